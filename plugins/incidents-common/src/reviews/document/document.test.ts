import type { EventType } from '../../incidents/events';
import type { TimelineEvent } from '../../incidents/events';
import { by, minute, nadia } from '../../incidents/__testUtils__/stage';
import type { ReviewAnswer } from '../../schemas/answers/reviews';
import { DEFAULT_TEMPLATE } from '../template';
import type { DocumentContent, DocumentSource } from './content';
import { documentOf } from './document';
import { markdownOf } from './markdown';
import { DOCUMENT_WORDS } from './words';

const named = { ref: nadia.ref, title: 'Nadia' };

function section(id: string, internal: boolean, text: string) {
  return {
    id,
    title: null,
    prompts: null,
    required: true,
    internal,
    text,
    version: 1,
    editedBy: named,
    editedAt: minute(90),
    beside: [],
  };
}

const review = {
  incident: {
    number: 'INC-41',
    title: 'Card payments fail | <b>badly</b>',
    priority: 'P1',
    status: 'closed',
    entity: { ref: 'component:default/payments-api', title: 'payments-api' },
    owner: { ref: 'group:default/payments', title: 'Payments' },
    lead: named,
    declaredAt: minute(0),
    resolvedAt: minute(60),
  },
  status: 'approved',
  approved: { by: named, at: minute(90) },
  owner: named,
  responders: [named],
  impact: {
    milliseconds: 60 * 60_000,
    at: [
      { priority: 'P1', milliseconds: 40 * 60_000 },
      { priority: 'P2', milliseconds: 20 * 60_000 },
    ],
    windows: [{ from: minute(-5), to: minute(55) }],
    affectedPeople: 3,
  },
  sections: [
    section('summary', false, '# Payments failed\n\nFor an *hour*.'),
    section('detection', true, 'The dashboard told us.'),
    section('lucky', true, ''),
  ],
  factors: [{ tag: 'missing-test', text: 'The pool was full' }],
  scorecard: [
    {
      check: 'updates-on-time',
      verdict: 'missed',
      found: { fact: 'share', kept: 5, of: 7 },
      sequences: [],
    },
    {
      check: 'hand-overs',
      verdict: 'none',
      found: { fact: 'count', count: 0 },
      sequences: [],
    },
  ],
  entries: [
    { sequence: 1, included: true, note: 'Before the sale' },
    { sequence: 2, included: true, note: null },
    { sequence: 3, included: false, note: null },
    { sequence: 4, included: true, note: null },
    { sequence: 900, included: true, note: null },
  ],
} as unknown as ReviewAnswer;

function event(
  sequence: number,
  type: EventType,
  texts: Record<string, string> = {},
  data: object = {},
) {
  return {
    sequence,
    type,
    at: minute(sequence),
    actor: by(nadia),
    data,
    texts,
  } as unknown as TimelineEvent;
}

const source: DocumentSource = {
  review,
  timeline: [
    event(1, 'declared'),
    event(2, 'update-posted', {
      impact: 'Every third payment fails.',
      action: 'We roll back.',
    }),
    event(3, 'note-added', { text: 'Nobody was told' }),
    event(4, 'prioritised', {}, { from: 'P2', to: 'P1' }),
    event(900, 'reopened'),
  ],
  actions: [
    {
      number: 'ACT-1',
      title: 'Bound the pool',
      status: 'in-progress',
      dueOn: '2026-12-06',
      overdue: true,
      responsible: 'Omar',
    },
    {
      number: 'ACT-2',
      title: 'Double the pool',
      status: 'verified',
      dueOn: '2026-12-01',
      overdue: false,
      responsible: 'Rita',
    },
    {
      number: 'ACT-3',
      title: 'Buy a pool',
      status: 'wont-do',
      dueOn: '2026-12-01',
      overdue: false,
      responsible: null,
    },
  ],
};

const markdown = (
  audience: 'internal' | 'sharing',
  language: 'en' | 'de' = 'en',
  of = source,
) => broken(markdownOf(documentOf(of, { audience, language, zone: 'UTC' })));

/** Without what keeps words on one line. */
const broken = (text: string) => text.replaceAll('\u00a0', ' ');

const draft: DocumentSource = {
  ...source,
  review: { ...review, status: 'draft', approved: null },
};

describe('documentOf', () => {
  it('has for us all that was chosen and written', () => {
    const text = markdown('internal');
    expect(text).toContain(
      '# Card payments fail \\| \\<b\\>badly\\</b\\>\n\n_Post-incident review of INC-41_',
    );
    expect(text).toContain('- **When:** 21 Nov 2026, 09:55–10:55 UTC');
    expect(text).toContain('- **Impact:** 1 h (40 min at P1, 20 min at P2)');
    expect(text).toContain('- **Reported affected:** 3 people');
    expect(text).toContain('- **Approved:** 21 Nov 2026, 11:30 UTC, by Nadia');
    expect(text).toContain('## Summary\n\n### Payments failed');
    expect(text).toContain('The dashboard told us.');
    expect(text).not.toContain('Where we were lucky');
    expect(text).toContain('- **Missing test:** The pool was full');
    expect(text).toContain(
      [
        '| ACT-1 Bound the pool | Omar | 6 Dec 2026 | In progress, overdue |',
        '| ACT-2 Double the pool | Rita | 1 Dec 2026 | Verified |',
        '| ACT-3 Buy a pool | – | 1 Dec 2026 | Won’t do |',
      ].join('\n'),
    );
    expect(text).toContain('| Nadia | Declared – Before the sale |');
    expect(text).not.toContain('Nobody was told');
    expect(text).toContain('| Updates on time | 5 of 7 |');
    expect(text).toContain('| Hand-overs between teams | none |');
  });

  it('says first what happened, why and what is done about it, and then how it went', () => {
    expect(markdown('internal').match(/^## .*$/gm)).toEqual([
      '## Summary',
      '## Contributing factors',
      '## What we do about it',
      '## Detection',
      '## The response in numbers',
      '## Timeline',
    ]);
  });

  it('names the zone of its times once, and a day where it begins', () => {
    expect(markdown('internal')).toContain(
      [
        '| Time (UTC) | Who | What |',
        '| --- | --- | --- |',
        '| 21 Nov 2026, 10:01 | Nadia | Declared – Before the sale |',
        '| 10:02 | Nadia | Update: Every third payment fails. We roll back. |',
        '| 10:04 | Nadia | Priority raised from P2 to P1 |',
        '| 22 Nov 2026, 01:00 | Nadia | Reopened |',
      ].join('\n'),
    );
  });

  it('keeps a day, a duration and a name on one line', () => {
    const options = {
      audience: 'internal',
      language: 'de',
      zone: 'UTC',
    } as const;
    const text = markdownOf(documentOf(source, options));
    expect(text).toContain('1\u00a0h (40\u00a0min als P1');
    expect(text).toContain('| 6.\u00a0Dez.\u00a02026 |');
  });

  it('shares what was told and what is done about it, and nobody’s name', () => {
    const text = markdown('sharing', 'de');
    expect(text).toContain('## Zusammenfassung');
    expect(text).toContain('Every third payment fails. We roll back.');
    expect(text).toContain(
      '| Bound the pool | 6. Dez. 2026 | In Arbeit, überfällig |',
    );
    expect(text).not.toMatch(
      /nadia|omar|dashboard|pool was full|before the sale|buy a|ACT-1|5 von 7/i,
    );
  });

  it('says that it is not approved yet', () => {
    expect(markdown('internal', 'en', draft)).toContain(
      '_This review is not approved yet._',
    );
  });

  it('shares of what is not approved nothing but what was told before', () => {
    const text = markdown('sharing', 'en', draft);
    expect(text).toContain(
      '_This review is not approved yet. What it says is shared once it is._',
    );
    expect(text).toContain('- **Impact:** 1 h');
    expect(text).toContain('Every third payment fails. We roll back.');
    expect(text).not.toMatch(/payments failed|for an|bound the pool/i);
  });
});

describe('markdownOf', () => {
  it('takes a title and a cell for what they say', () => {
    const blocks = [
      { kind: 'table', head: ['A|B'], rows: [['a ~~b~~ &lt; c & d']] },
    ];
    expect(
      markdownOf({
        title: '*It* [x](y)',
        lead: [],
        parts: [{ title: 'R&D', blocks }],
      } as DocumentContent),
    ).toBe(
      '# \\*It\\* \\[x\\](y)\n\n## R&D\n\n| A\\|B |\n| --- |\n| a \\~\\~b\\~\\~ \\&lt; c & d |\n',
    );
  });

  it.each([
    ['# Why\n## When', '### Why\n#### When'],
    ['##### Small', '##### Small'],
    ['#1 of three', '#1 of three'],
    [
      '# Mended by\n\n```sh\n# drain it\ndrain\n```\n\n# Then',
      '### Mended by\n\n```sh\n# drain it\ndrain\n```\n\n### Then',
    ],
    ['~~~\n# never closed', '~~~\n# never closed'],
  ])('puts %j below the heading of its section', (text, nested) => {
    const parts = [{ title: 'Response', blocks: [{ kind: 'text', text }] }];
    expect(
      markdownOf({ title: 'It', lead: [], parts } as DocumentContent),
    ).toBe(`# It\n\n## Response\n\n${nested}\n`);
  });
});

describe('the words of a document', () => {
  it('name every section of the default template in each language', () => {
    for (const { sections } of Object.values(DOCUMENT_WORDS)) {
      expect(Object.keys(sections).sort()).toEqual(
        DEFAULT_TEMPLATE.sections.map(({ id }) => id).sort(),
      );
    }
  });
});
