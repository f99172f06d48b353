/** The thread that reads the inputs; bundled by run.ts with the core instrumented. */
import { parentPort, workerData } from 'node:worker_threads';
import './coverage';
import { Loop } from './loop';
import { type Material, type MaterialOrder, SHARED_HEAD, type TargetOrder } from './messages';
import { gatherSeeds, wordsOf } from './seeds';
import { targets } from './targets';

function announcer(shared: SharedArrayBuffer): (bytes: Uint8Array) => void {
  const head = new Int32Array(shared, 0, 2);
  const room = new Uint8Array(shared, SHARED_HEAD);
  return (bytes) => {
    room.set(bytes.subarray(0, room.length));
    head[1] = bytes.length;
    Atomics.add(head, 0, 1);
  };
}

function fuzz(order: TargetOrder): Loop {
  const target = targets.find(({ name }) => name === order.target);
  if (!target) throw new Error(`no target is named ${order.target}`);
  const loop = new Loop({ ...order, target, announce: announcer(order.shared) });
  loop.go(order.milliseconds);
  return loop;
}

function gather({ project, real }: MaterialOrder): Material {
  return { names: targets.map(({ name }) => name), seeds: gatherSeeds(project, real), words: wordsOf(project) };
}

const order = workerData as TargetOrder | MaterialOrder;
parentPort?.postMessage('target' in order ? fuzz(order).result : gather(order));
