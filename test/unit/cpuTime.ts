/**
 * Milliseconds of processor time that the work takes. What else the machine does at the time counts for nothing, so that a
 * bound that is a hundred times the usual holds on a busy one too.
 */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
