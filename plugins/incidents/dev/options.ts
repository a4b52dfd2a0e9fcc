import type { EntityOption } from '@linchpin/backstage-plugin-incidents-common';
import { ownerOf } from './around';
import { entities, groups, people } from './people';

/** What a picker of entities offers for what was typed. */
export function entityOptions(q: string): EntityOption[] {
  return entities.filter(titled(q)).map(({ ref, title }) => ({
    ref,
    title,
    kind: ref.startsWith('resource') ? 'Resource' : 'Component',
    type: 'service',
    ownerTitle: ownerOf(ref)?.title ?? null,
  }));
}

export function groupOptions(q: string): EntityOption[] {
  return groups.filter(titled(q)).map(({ ref, title }) => ({
    ref,
    title,
    kind: 'Group',
    type: 'team',
    ownerTitle: null,
  }));
}

export function userOptions(q: string): EntityOption[] {
  return people.filter(titled(q)).map(({ ref, title }) => ({
    ref,
    title,
    kind: 'User',
    type: null,
    ownerTitle: null,
  }));
}

function titled(q: string): (option: { title: string }) => boolean {
  const typed = q.toLocaleLowerCase('en-US');
  return ({ title }) => title.toLocaleLowerCase('en-US').includes(typed);
}
