import type { FormatId } from '../../../src/core';
import type { Expected, TruthTable } from './table';

/** The files of a folder that all have one event; the names stand without the folder and without what they end with. */
function singles(format: FormatId, folder: string, names: readonly string[], end = ''): TruthTable {
  return Object.fromEntries(names.map((name): [string, Expected] => [`${folder}${name}${end}`, [format, 1]]));
}

/** Samples of events of the security log by their ids. The file of 4624 has an event, though the list of files counts none. */
const samples = singles(
  'event-xml',
  'data/xml-json/xaled+EvtxMiner/tests/samples/xml/Security_Microsoft-Windows-Security-Auditing_',
  (
    '4608 4616 4618 4622 4624 4625 4626 4627 4634 4658 4660 4662 4663 4670 4672 4674 4688 4692 4693 4696 4697 4699 ' +
    '4700 4702 4703 4704 4706 4707 4713 4716 4717 4718 4719 4720 4722 4724 4725 4726 4731 4732 4733 4734 4738 4739 ' +
    '4740 4741 4742 4749 4750 4752 4764 4767 4768 4770 4778 4779 4781 4782 4798 4800 4801 4817 4818 4819 4826 4902 ' +
    '4906 4911 4912 4913 4928 4929 4930 4931 4948 4949 4953 4954 4956 4957 5031 5034 5058 5059 5136 5137 5138 5139 ' +
    '5140 5141 5144 5145 5152 5154 5156 5168 5377 5447 5632 5633 5889 5890 6144 6145 6416 6420 6421 6422 6423'
  ).split(' '),
  '.1.xml',
);

/** Events of many providers, each a JSON object of Velocidex's parser. */
const hussar = singles(
  'event-json',
  'data/xml-json/yarox24+EvtxHussar/tests/events/',
  [
    'Microsoft-Windows-PowerShell_Operational_4100',
    'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS_Operational_168',
    'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS_Operational_65',
    'Microsoft-Windows-SMBServer_Security_1006',
    'Microsoft-Windows-SMBServer_Security_1007',
    'Microsoft-Windows-SMBServer_Security_551',
    'Microsoft-Windows-SmbClient_Audit_32002',
    'Microsoft-Windows-SmbClient_Connectivity_30803',
    'Microsoft-Windows-SmbClient_Connectivity_30806',
    'Microsoft-Windows-SmbClient_Security_31000',
    'Microsoft-Windows-SmbClient_Security_31013',
    'Microsoft-Windows-SmbClient_Security_31019',
    'Microsoft-Windows-Sysmon_Operational_1',
    'Microsoft-Windows-Sysmon_Operational_5',
    'Microsoft-Windows-TaskScheduler_Operational_100',
    'Microsoft-Windows-TaskScheduler_Operational_129',
    'Microsoft-Windows-TaskScheduler_Operational_201',
    'Microsoft-Windows-TerminalServices-RDPClient_Operational_1024',
    'Microsoft-Windows-TerminalServices-RDPClient_Operational_1027',
    'Microsoft-Windows-WinRM_Operational_11',
    'Microsoft-Windows-WinRM_Operational_161',
    'Microsoft-Windows-WinRM_Operational_41',
    'Microsoft-Windows-WinRM_Operational_44',
    'Microsoft-Windows-WinRM_Operational_47',
    'Microsoft-Windows-WinRM_Operational_91',
    'Microsoft-Windows-Windows_Defender_Operational_1000',
    'Microsoft-Windows-Windows_Defender_Operational_1117',
    'Microsoft-Windows-Windows_Defender_Operational_2000',
    'Microsoft-Windows-Windows_Defender_Operational_2050',
    'Microsoft-Windows-Windows_Defender_Operational_3002',
    'Microsoft-Windows-Windows_Defender_Operational_5007',
    'Microsoft-Windows-Windows_Firewall_With_Advanced_Security_Firewall_2002',
    'Microsoft-Windows-Windows_Firewall_With_Advanced_Security_Firewall_2006',
    'Microsoft-Windows-Windows_Firewall_With_Advanced_Security_Firewall_2010',
    'Microsoft-Windows-Windows_Firewall_With_Advanced_Security_Firewall_2011',
    'Security_1102',
    'Security_4625',
    'Security_4648',
    'Security_4674',
    'Security_4689',
    'Security_4697',
    'Security_4698',
    'Security_4719',
    'Security_4720',
    'Security_4724',
    'Security_4738',
    'Security_4741',
    'Security_4743',
    'Security_4768',
    'Security_4776',
    'Security_4778',
    'Security_4781',
    'Security_4945',
    'Security_4946',
    'Security_4953',
    'Security_4964',
    'Security_5031',
    'Security_5143',
    'Security_5145',
    'Security_5152',
    'Security_5154',
    'Security_5157',
    'Security_6406',
    'System_104',
    'System_6008',
    'System_7024',
    'System_7034',
    'System_7046',
    'System_Microsoft-Windows-Kernel-Boot_16',
    'System_Microsoft-Windows-Kernel-General_13',
    'System_Microsoft-Windows-WER-SystemErrorReporting_1001',
    'System_User32_1073',
    'Windows_PowerShell_400',
    'Windows_PowerShell_600',
    'Windows_PowerShell_800',
  ],
  '.json',
);

/** Events that fire a rule of Sigma, as evtx_dump writes them. */
const sigma = singles(
  'event-json',
  'data/pairs/SigmaHQ+sigma/regression_data/',
  [
    'rules-emerging-threats/2025/Malware/Grixba/proc_creation_win_malware_grixba_recon/af688c76-4ce4-4309-bfdd-e896f01acf27',
    'rules-emerging-threats/2025/Malware/Shai-Hulud/proc_creation_win_mal_shai_hulud_malicious_npm_package_installation/bae7c70b-8569-44e9-accf-b30073da8a5d',
    'rules-emerging-threats/2026/Exploits/RedSun/file_event_win_exploit_redsun_indicators/f2e4b7d9-5c3a-4f8b-9e1d-7a6c2b3f4e5d',
    'rules/windows/file/file_event/file_event_win_advanced_ip_scanner/fed85bf9-e075-4280-9159-fbe8a023d6fa',
    'rules/windows/file/file_event/file_event_win_susp_legitimate_app_dropping_script/7d604714-e071-49ff-8726-edeb95a70679',
    'rules/windows/file/file_event/file_event_win_susp_recycle_bin_fake_exec/cd8b36ac-8e4a-4c2f-a402-a29b8fbd5bca',
    'rules/windows/file/file_event/file_event_win_susp_registry_hive_file_creation/a7f3c891-2e4d-4b6a-9f8c-d5e2a1b04c73',
    'rules/windows/image_load/image_load_side_load_cpl_from_non_system_location/2b140a5c-dc02-4bb8-b6b1-8bdb45714cde',
    'rules/windows/image_load/image_load_side_load_vcruntime140/d7a63acb-1284-49bc-bfea-7771146c8b1c',
    'rules/windows/process_creation/proc_creation_win_cmd_assoc_execution/3d3aa6cd-6272-44d6-8afc-7e88dfef7061',
    'rules/windows/process_creation/proc_creation_win_cmd_launched_with_hidden_start_flag/5a6b7c8d-9e0f-1a2b-3c4d-5e6f7a8b9c0d',
    'rules/windows/process_creation/proc_creation_win_cmd_mklink_osk_cmd/e9b61244-893f-427c-b287-3e708f321c6b',
    'rules/windows/process_creation/proc_creation_win_curl_ntlm_hash_leak_attempt/916eb839-895e-47f8-99ee-3008bf377a3e',
    'rules/windows/process_creation/proc_creation_win_dism_remove/43e32da2-fdd0-4156-90de-50dfd62636f9',
    'rules/windows/process_creation/proc_creation_win_lolbin_sftp_indirect_cmd_execution/762bb580-79b4-40f4-8b9e-9349ce1710f4',
    'rules/windows/process_creation/proc_creation_win_pua_advanced_port_scanner/54773c5f-f1cc-4703-9126-2f797d96a69d',
    'rules/windows/process_creation/proc_creation_win_pua_advancedrun/d2b749ee-4225-417e-b20e-a8d2193cbb84',
    'rules/windows/process_creation/proc_creation_win_python_base64_encoded_execution/50a0aa3d-ab16-4594-a8aa-5145a6e6792b',
    'rules/windows/process_creation/proc_creation_win_reg_add_run_key/de587dce-915e-4218-aac4-835ca6af6f70',
    'rules/windows/process_creation/proc_creation_win_renamed_binary_highly_relevant/0ba1da6d-b6ce-4366-828c-18826c9de23e',
    'rules/windows/process_creation/proc_creation_win_wmic_recon_group/164eda96-11b2-430b-85ff-6a265c15bf32',
    'rules/windows/process_creation/proc_creation_win_wmic_recon_system_info_uncommon/9d5a1274-922a-49d0-87f3-8c653483b909',
    'rules/windows/process_creation/proc_creation_win_wmic_recon_unquoted_service_search/68bcd73b-37ef-49cb-95fc-edc809730be6',
    'rules/windows/process_creation/proc_creation_win_wmic_uninstall_application/b53317a0-8acf-4fd1-8de8-a5401e776b96',
    'rules/windows/registry/registry_set/registry_set_vulnerable_driver_blocklist_disable/d526c60a-e236-4011-b165-831ffa52ab70',
  ],
  '.json',
);

/** Events as Splunk has them, and the same in the schema of OCSF, which is no shape of an event log. */
const foreign: TruthTable = Object.fromEntries(
  [
    '4624/4624_0.event',
    '4625/4625_0.event',
    '4625/4625_0.json',
    '4661/4661.json',
    '4663/4663_0.json',
    '4673/4673_0.json',
    '4688/4688_0.json',
    '4689/4689_0.event',
    '4689/4689_0.json',
  ].map((name): [string, Expected] => [
    `data/xml-json/ocsf+examples/mappings/markdown/Microsoft/Windows Events/${name}`,
    name.endsWith('.event') ? ['splunk-text', 1] : ['none', 0],
  ]),
);

/**
 * Single events in XML and JSON as many tools write them, and logs that came in two shapes. Counts are those of the list of files
 * where it has one; else objects were counted with Python's json, lines with grep.
 */
export const xmlJson: TruthTable = {
  ...samples,
  ...hussar,
  ...sigma,
  ...foreign,
  'data/xml-json/xaled+EvtxMiner/tests/samples/xml/Microsoft-Windows-GroupPolicy-Operational_Microsoft-Windows-GroupPolicy_5312.1.xml':
    ['event-xml', 1],
  'data/xml-json/Amtonsi+evtx-auditor/tests/fixtures/security_4625.xml': ['event-xml', 1],
  'data/xml-json/OTRF+Security-Datasets/datasets/atomic/windows/execution/host/psh_powershell_httplistener/psh_powershell_httplistener_2020-11-0204130683.json':
    ['event-json', 110],
  'data/xml-json/OTRF+Security-Datasets/datasets/atomic/windows/persistence/host/cmd_userinitmprlogonscript_batch/cmd_userinitmprlogonscript_batch_2020-10-1922471810.json':
    ['event-json', 122],
  'data/xml-json/berluskuni+evtx/System.xml': ['event-xml', 6],
  'data/xml-json/fluent+fluent-plugin-parser-winevt_xml/test/data/eventlog.xml': ['event-xml', 1],
  'data/pairs/NickSmet+ts-evtx/test/fixtures/Application.xml': ['event-xml', 366],
  'data/pairs/NickSmet+ts-evtx/test/fixtures/System.xml': ['event-xml', 1247],
  'data/pairs/Velocidex+evtx/fixtures/CAPI2_Operational.golden': ['event-json', 1],
  'data/pairs/Velocidex+evtx/fixtures/Event4624_linux.golden': ['event-json', 1],
  'data/pairs/Velocidex+evtx/fixtures/Event4624_windows.golden': ['event-json', 1],
  'data/pairs/WithSecureLabs+chainsaw/tests/evtx/clo_hunt_r_any_logon.txt': ['none', 0],
  'data/pairs/WithSecureLabs+chainsaw/tests/evtx/clo_search_q_jsonl_simple_string.txt': ['event-json', 2],
  'data/pairs/WithSecureLabs+chainsaw/tests/evtx/clo_search_q_simple_string.txt': ['none', 0],
  'data/pairs/WithSecureLabs+chainsaw/tests/evtx/clo_search_qj_simple_string.txt': ['event-json', 2],
};
