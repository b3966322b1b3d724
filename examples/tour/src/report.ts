/**
 * The report of a licensed server that was moved from a physical machine to a virtual one, as the platform printed it:
 * what its owner had in hand when the license "fell off".
 */
export const bindingReport = `На сервере 1С:Предприятия не найдена лицензия. Не обнаружен ключ защиты программы или полученная программная лицензия!
по причине:
Ошибка программного лицензирования. Ошибка привязки программной лицензии к компьютеру: file://C:/ProgramData/1C/1Cv82/conf/20130821122954.lic
После получения лицензии удалены:
DISK_0: HP LOGICAL VOLUME SCSI Disk Device, SCSI\\DISK&VEN_HP&PROD_LOGICAL_VOLUME\\5&16F75118&0&000400, 512, 32, 35132, 255, 8958660, 286677120, 146778685440
CPU_0: CPU0, Intel64 Family 6 Model 44 Stepping 2, 64, 64, 1536, 2400, BFEBFBFF000206C2, 11266, Proc 1
BIOS_0: HP, 20110505000000.000000+000, P68, 2, 7
Sys Type_0: ProLiant DL360 G7, x64-based PC
В текущей конфигурации компьютера имеются:
DISK_0: VMware Virtual disk SCSI Disk Device, SCSI\\DISK&VEN_VMWARE&PROD_VIRTUAL_DISK\\5&22BE343F&0&000000, 512, 63, 17844, 255, 4550220, 286663860, 146771896320
Phis Mem_0: 19313217536
CPU_0: CPU0, Intel64 Family 6 Model 85 Stepping 7, 64, 64, 0, 2200, 0F8BFBFF00050657, 21767, CPU #000
`;
