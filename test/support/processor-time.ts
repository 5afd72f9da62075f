import process from 'node:process';

/** The time that this process has had of a processor, in ms. Unlike a clock, it does not run on while others are busy. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
