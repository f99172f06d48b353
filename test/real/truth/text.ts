import type { TruthTable } from './table';

/**
 * Text exports and copies, binary logs of old versions of Windows, and look-alikes that are no event logs. Counts are those
 * of `manifest.tsv` where it has some; else they were counted without the readers, as each comment says.
 */
export const text: TruthTable = {
  // grep -c '^ *Log Name:'
  'data/text/copied/azure-vm_netlogon-7022_indented.txt': ['event-text', 1],
  // grep -c '^Имя журнала:'
  'data/text/copied/lmadmin_ru_application-error-1000.txt': ['event-text', 1],
  // grep -c '^Faulting application name:'
  'data/text/copied/pushsharp-542_description-only_c0000374.txt': ['event-text', 1],
  // grep -cE '^(Faulting application name:|Fault bucket)'
  'data/text/copied/rdpwrap-1122_en_svchost-TermService_and_WER.txt': ['event-text', 2],
  // grep -c '^Nombre de la aplicación con errores:'
  'data/text/copied/rdpwrap-788_es_svchost-TermService.txt': ['event-text', 1],
  // grep -c '^Nom de l’application défaillante'
  'data/text/copied/remoteapptool-139_fr_application-error.txt': ['event-text', 1],
  // grep -c '^Log Name:'; the XML below is the same event
  'data/text/copied/sandboxie-1354_application-error-1000.txt': ['event-text', 1],
  // grep -c '<Event '
  'data/text/copied/scm-manager-401_ie-style-xml_scm-7024.xml.txt': ['event-xml', 1],
  // grep -cE '<System>|^Log Name:': the end of one event in XML, and another one as text
  'data/text/copied/simpleclassictheme-12_xml-tail-then-text.txt': ['event-text', 2],
  // grep -c '^Log Name:'; the XML below is the same event
  'data/text/copied/win32-openssh-2171_scm-7031.txt': ['event-text', 1],
  // wc -l: a single line
  'data/text/copied/winsw-788_one-line_7034.txt': ['event-text', 1],
  // manifest
  'data/text/eventviewer-csv/en_security_5rows_no-message.csv': ['event-csv', 5],
  // manifest
  'data/text/format-list/deepbluecli_metasploit-psexec-native-target-system.fl.txt': ['powershell-list', 5],
  // manifest; in the first file PowerShell wrote ? for every letter that is not ASCII
  'data/text/get-eventlog-csv/ja_get-eventlog_ascii-mojibake.csv': ['powershell-csv', 7],
  'data/text/get-eventlog-csv/ja_get-eventlog_default-cp932.csv': ['powershell-csv', 7],
  'data/text/get-eventlog-csv/ja_get-eventlog_utf8bom.csv': ['powershell-csv', 7],
  // grep -c '"ProviderName"'
  'data/text/get-winevent/convertto-json_ps51_single-object_utf8.json': ['event-json', 1],
  // grep -ci '^ *Event Source:'
  'data/text/kb/kb2009647_NEGATIVE_wdsserver-257-513_wdspxe-265_0x5.txt': ['event-text', 3],
  // grep -c '^<Date>' gives 5, the last of which is cut off in the name of its source and says nothing
  'data/text/kb/kb2510665_symptoms_blog-copy.txt': ['event-text', 4],
  // grep -c '^Faulting application name:'
  'data/text/kb/kb2905002_NEGATIVE_svchost-WDSServer_MSVCR100.txt': ['event-text', 1],
  // a table of message texts without a single time: read by eye
  'data/text/kb/wds-event-templates_technet.tsv': ['none', 0],
  // wc -l: a single line
  'data/text/legacy2003/pgina-181_eventcombmt_7031.txt': ['nt5-list', 1],
  // manifest
  'data/text/wevtutil/blockip-issue1_server2022_no-colon.txt': ['wevtutil-text', 2],

  // Recognised and not read.
  'data/evt-legacy/fox-it+dissect.eventlog/tests/_data/TestLog.evt': ['evt', 0],
  'data/evt-legacy/log2timeline+plaso/test_data/SysEvent.Evt': ['evt', 0],

  // Logs of CMTrace among the look-alikes, which are no event logs: grep -c 'LOG\\[' and grep -c '$$<'
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/cmtlog/clean/basic.cmtlog': ['cmtrace', 4],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/simple/clean/basic.log': ['cmtrace', 3],

  // Logs of other programs, none of which holds an event of Windows: read by eye.
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/burn/clean/bundle.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/cbs/mixed_components/CBS.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/dism/clean/dism.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/dism/mixed/dism.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/dism/mixed_components/dism.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/dns_debug/clean/basic.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/iis_w3c/clean/u_ex260329.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/panther/clean/setupact.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/panther/mixed/setuperr.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/plain/unstructured.txt': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/psadt/clean/Deploy-Application.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/reporting_events/clean/ReportingEvents.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/reporting_events/mixed/ReportingEvents.log': ['none', 0],
  'data/negative/adamgell+cmtraceopen/src-tauri/tests/corpus/timestamped/clean/mixed.log': ['none', 0],
  'data/negative/balarishithballi+VANGAURD_/logs/security.evtx': ['none', 0],
  'data/negative/balarishithballi+VANGAURD_/logs/system.evtx': ['none', 0],
  'data/negative/log2timeline+plaso/test_data/setupapi.setup.log': ['none', 0],
  'data/negative/log2timeline+plaso/test_data/skydrive.log': ['none', 0],
};
