import { run } from './cli/run';

/** Who reads the output may stop early (`| head`); what is done then goes on without it. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  // https://no-color.org: any value but the empty string turns colour off.
  color: process.stdout.isTTY && !process.env['NO_COLOR'],
}).then((exitCode) => {
  process.exitCode = exitCode;
});
