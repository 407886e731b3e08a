import type { Handlers } from '../../shared/host'

export type ClusterHandlers = Pick<Handlers, Extract<keyof Handlers, `cluster:${string}`>>

const notYet = async (): Promise<never> => {
  throw new Error('This is being built.')
}

/** Every call of shared/cluster/calls.ts and what answers it. */
export function createClusterHandlers(): ClusterHandlers {
  return {
    'cluster:contexts': notYet,
    'cluster:reach': notYet,
    'cluster:protect': notYet,
    'cluster:confirmation': notYet,
    'cluster:cancel': notYet,
    'cluster:commands': notYet,
    'cluster:diff': notYet,
    'cluster:apply': notYet,
    'cluster:undo-plan': notYet,
    'cluster:drift': notYet,
    'cluster:watch': notYet,
    'cluster:unwatch': notYet,
    'cluster:logs': notYet,
    'cluster:describe': notYet,
    'cluster:events': notYet,
    'cluster:act': notYet,
    'cluster:forward': notYet,
    'cluster:unforward': notYet,
    'cluster:shell': notYet,
    'cluster:kinds': notYet,
    'cluster:import': notYet,
  }
}
