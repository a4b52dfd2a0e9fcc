import type { StoryIncident, StoryStep } from './script';

/** Everything of the catalog that the story names, each once. */
export function refsOf(story: readonly StoryIncident[]): string[] {
  return [...new Set(story.flatMap(({ steps }) => steps.flatMap(namedIn)))];
}

function namedIn(step: StoryStep): string[] {
  switch (step.does) {
    case 'declare': {
      const { entityRef, affected = [] } = step.request;
      return [...(entityRef ? [entityRef] : []), ...affected];
    }
    case 'command': {
      const { command } = step;
      switch (command.type) {
        case 'mark-affected':
          return [command.entityRef];
        case 'pass-on':
          return [command.to];
        default:
          return [];
      }
    }
    case 'review':
    case 'propose':
    case 'act':
      return [];
    case 'change':
      return step.change.entityRef ? [step.change.entityRef] : [];
    default:
      return step.alert.entityRef ? [step.alert.entityRef] : [];
  }
}
