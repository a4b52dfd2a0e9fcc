import { factsOf } from '../../history/factsOf';
import {
  deployed,
  eventsOf,
  facts,
  having,
  inStatus,
  open,
  refusalOf,
} from '../__testUtils__/stage';
import { decide } from '../decide';

const link = (id: string) => ({ type: 'link-change', changeId: id }) as const;
const unlink = { type: 'unlink-change' } as const;
const linked = (id = 'change-1') =>
  having(open(), link(id), { change: deployed(id) });

describe('link-change', () => {
  it('says which change caused it, as it was then, and history knows', () => {
    const incident = linked();
    expect(incident.causedBy).toEqual(deployed('change-1'));
    expect(factsOf(incident).causedBy).toEqual({
      id: 'change-1',
      kind: 'deployment',
    });
  });

  it('takes the place of what was linked before, and both are told', () => {
    const decision = decide(
      linked(),
      link('change-2'),
      facts({ change: deployed('change-2') }),
    );
    expect(eventsOf(decision)).toMatchObject([
      { type: 'change-unlinked', data: { change: { id: 'change-1' } } },
      { type: 'change-linked', data: { change: { id: 'change-2' } } },
    ]);
  });

  it('does nothing a second time, also where the change is kept no more', () => {
    expect(eventsOf(decide(linked(), link('change-1'), facts()))).toEqual([]);
  });

  it('names the field where there is no such change', () => {
    expect(refusalOf(decide(open(), link('change-1'), facts()))).toMatchObject({
      kind: 'input',
      field: 'changeId',
    });
  });

  it('is possible when all is over', () => {
    const closed = having(inStatus('closed'), link('change-1'), {
      change: deployed('change-1'),
    });
    expect(closed).toMatchObject({
      status: 'closed',
      causedBy: { id: 'change-1' },
    });
  });
});

describe('unlink-change', () => {
  it('leaves no cause', () => {
    const incident = having(linked(), unlink);
    expect(incident).not.toHaveProperty('causedBy');
    expect(factsOf(incident)).not.toHaveProperty('causedBy');
  });

  it('does nothing where none is linked', () => {
    expect(eventsOf(decide(open(), unlink, facts()))).toEqual([]);
  });
});
