import { setFlagsFromString } from 'node:v8';

/**
 * From now on, the engine of Node 20 optimises a function only when it has run four times as long as it asks for by itself. Left to
 * that, it spends two fifths of the processor time of a run over some hundred pages on optimising, much of it in vain, because what
 * it assumed does not hold for the next page; and the threads that read pages lack that time. Later engines have a
 * compiler between, and no such setting.
 * @param engine version of V8
 */
export function compileLate(engine: string): void {
  if (engine.startsWith('11.')) setFlagsFromString('--interrupt-budget=540672');
}
