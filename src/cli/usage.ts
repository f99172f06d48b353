/** What ends the program with exit code 2 and its message on standard error. */
export class UsageError extends Error {}

export const usage = `wintriage: finds documented issues in exported Windows event logs

  wintriage scan [options] FILE|FOLDER...
      --format text|json        how to print (text)
      --window MINUTES          longest time from the first to the last sign of one incident (10)
      --time-zone ZONE          zone of exports that give local time: Europe/Berlin, +01:00
      --zone ZONE               utc, local, log or Europe/Berlin: in which the report shows times (utc)
      --date-order ORDER        dayFirst or monthFirst, where 10/7/2016 could be either
      --encoding CODE-PAGE      850, 1251, shift_jis, ..., of files that are neither UTF-8 nor UTF-16 (1252)
      --log-bias west|east      how the bias of CMTrace logs counts minutes (west of UTC)
      --separate-files          files without computer names are not one server for each folder
      --product PRODUCT         configmgr2007 or configmgr2012, where the evidence does not tell
      --registry COMPUTER=FILE  FILE, which is scanned as well, is an export of the registry of COMPUTER
      --bitness 32|64           of the server's Windows, where the evidence does not tell
    Exit code: 0 nothing found, 1 incidents found, 2 wrong usage or nothing readable.

  wintriage fix RULE --variant VARIANT --out FILE [--undo FILE]
                 [--state EXPORT] [--computer NAME] [--force]
      Writes the registry file of a known issue, and its undo, which restores what EXPORT, a registry export of
      the server, shows. Nothing is overwritten without --force, and nothing is changed on this machine.

  wintriage reg check [--product PRODUCT] [--bitness 32|64] [--format text|json] FILE|FOLDER...
      What an import of .reg files would refuse, ignore or misread, and what is published of their values.
      Exit code: 0 nothing but remarks, 1 errors or warnings, 2 wrong usage or nothing to check.

  wintriage reg diff [--undo FILE] [--force] [--format text|json] CHANGE.reg STATE.reg
      What importing CHANGE.reg would change in the registry that STATE.reg shows, which is an export or the
      output of reg query. --undo writes the file that restores the old data, every type and byte of it.
      Exit code: 0 nothing changes, 1 something changes, 2 wrong usage or nothing readable.

  wintriage rules [--format text|json]
      The known issues, and the variants that fix takes.

  wintriage --help | --version
`;
