/** A log of the PXE service point as ConfigMgr writes it, for a picture. */
const entries: readonly (readonly [message: string, type: 1 | 2 | 3, file: string])[] = [
  ['================= PXE Provider loaded. =====================', 1, 'smspxe.cpp:137'],
  ['Loaded C:\\Windows\\system32\\wimgapi.dll', 1, 'wimfile.cpp:120'],
  ['Opening image file C:\\RemoteInstall\\SMSImages\\CON00005\\boot.CON00005.wim', 1, 'bootimage.cpp:84'],
  ['Failed to open the image file; CreateFileW failed; 0x80070005', 3, 'bootimage.cpp:91'],
  ['Cannot read the registry value of MACIgnoreListFile (00000000)', 2, 'provsettings.cpp:353'],
  ['============> Received from client:', 1, 'smspxe.cpp:666'],
  [
    '\r\n Operation: BootRequest (1)  Addr type: 1 Addr Len: 6 Hop Count: 1 ID: 0A1B2C3D\r\n Sec Since Boot: 4 Client IP: 000.000.000.000 Relay Agent IP: 192.000.002.002\r\n Addr: 00:53:00:12:34:56:\r\n Magic Cookie: 63538263\r\n Options:\r\n  Type=60 ClassId: PXEClient',
    1,
    'pxedump.cpp:303',
  ],
  ['The request could not be answered:\r\n  the management point returned error 12029', 3, 'smspxe.cpp:702'],
  ['Request retry.', 2, 'smspxe.cpp:715'],
];

export const pictureLog = entries
  .map(([message, type, file], index) => {
    const time = `09:14:0${index}.118+300`;
    return `<![LOG[${message}]LOG]!><time="${time}" date="03-14-2012" component="SMSPXE" context="" type="${type}" thread="2104" file="${file}">\r\n`;
  })
  .join('');
