import {
  by,
  eventsOf,
  facts,
  minute,
  nadia,
  nowhere,
  open,
  opening,
  ordersDb,
  paymentsApi,
  refusalOf,
  START,
  system,
} from '../__testUtils__/stage';
import { decideOpening } from './opening';

describe('opening an incident', () => {
  it('puts an alert into triage with its owner and the people told', () => {
    const incident = open();

    expect(incident).toMatchObject({
      number: 1,
      status: 'triage',
      priority: 'P3',
      source: 'alert',
      entity: paymentsApi,
      owner: { ref: 'group:default/payments' },
      told: [{ ref: 'user:default/nadia' }, { ref: 'user:default/omar' }],
      affected: [{ entity: paymentsApi, level: 'root', since: START }],
      holders: [{ owner: { ref: 'group:default/payments' }, since: START }],
    });
    expect(incident.reporter).toBeUndefined();
    expect(incident.stamps).toEqual({
      impactStartedAt: START,
      detectedAt: START,
      declaredAt: START,
      notifiedAt: START,
    });
  });

  it("starts an owner's own report in investigating, led by whoever reports it", () => {
    const incident = open(
      { source: 'declaration', status: 'investigating' },
      { actor: by(nadia) },
    );

    expect(incident).toMatchObject({
      status: 'investigating',
      lead: nadia,
      reporter: nadia,
      nextUpdateAt: minute(240),
    });
    expect(incident.stamps).toMatchObject({
      reportedAt: START,
      acknowledgedAt: START,
    });
    expect(incident.stamps.notifiedAt).toBeUndefined();
  });

  it('leaves in triage what no person can lead', () => {
    expect(open({ status: 'investigating' }, { actor: system })).toMatchObject({
      status: 'triage',
    });
  });

  it('has the reporter follow', () => {
    const events = eventsOf(
      decideOpening(opening({ source: 'report' }), facts()),
    );
    expect(events.at(-1)).toMatchObject({
      type: 'followed',
      data: { person: nadia },
    });
  });

  it('keeps what was typed apart from the facts', () => {
    const [declared] = eventsOf(
      decideOpening(
        opening({
          request: {
            title: 'Payments fail',
            description: 'Since the release',
            workaround: 'Pay by invoice',
            risks: [],
            mode: 'real',
            visibility: 'public',
          },
        }),
        facts(),
      ),
    );
    expect(declared.texts).toEqual({
      description: 'Since the release',
      workaround: 'Pay by invoice',
    });
    expect(JSON.stringify(declared.data)).not.toContain('release');
  });

  it('takes the impact to have begun now, as a guess, where nobody says', () => {
    expect(open()).toMatchObject({
      impactEstimated: true,
      impactWindows: [{ from: START }],
    });
  });

  it('takes the word of whoever says when the impact began', () => {
    const impactStartedAt = minute(-30);
    expect(
      open({ request: { ...opening().request, impactStartedAt } }),
    ).toMatchObject({
      impactEstimated: false,
      stamps: { impactStartedAt },
      impactWindows: [{ from: impactStartedAt }],
    });
  });

  it('refuses an impact that is still to begin', () => {
    const decision = decideOpening(
      opening({
        request: { ...opening().request, impactStartedAt: minute(1) },
      }),
      facts(),
    );
    expect(refusalOf(decision)).toMatchObject({
      kind: 'input',
      field: 'impactStartedAt',
    });
  });

  it('suspects the other entities that are named', () => {
    const incident = open({ affected: [paymentsApi, ordersDb] });
    expect(
      incident.affected.map(({ entity, level }) => [entity.ref, level]),
    ).toEqual([
      [paymentsApi.ref, 'root'],
      [ordersDb.ref, 'suspected'],
    ]);
  });

  it('raises the priority for its risks, each counted once', () => {
    expect(
      open({
        request: {
          ...opening().request,
          risks: ['security', 'data-loss', 'security'],
        },
      }),
    ).toMatchObject({ priority: 'P2', risks: ['data-loss', 'security'] });
  });

  it('stands unrouted where nothing is known', () => {
    const incident = open({ routing: nowhere });
    expect(incident).toMatchObject({ unrouted: 'no-entity', told: [] });
    expect(incident.owner).toBeUndefined();
    expect(incident.stamps.notifiedAt).toBeUndefined();
  });

  it('points to the closed incident that it is a recurrence of', () => {
    const recurrenceOf = { id: 'incident-0', number: 7 };
    expect(open({ recurrenceOf })).toMatchObject({ recurrenceOf });
  });
});
