/** What all threads of this process have had of the processor, in milliseconds: unlike the clock, it stands still while other programs run. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
