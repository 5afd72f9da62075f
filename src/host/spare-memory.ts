import { setFlagsFromString } from 'node:v8';

/**
 * From now on, the heap may grow by half before it is cleared, in place of several times its size. Costs little time, and halves what
 * runs over very many pages take.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
