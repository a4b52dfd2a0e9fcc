import fc from 'fast-check';

/** JSON as a tree in which a field can stand twice, as it can in a text. */
type Tree =
  | { type: 'leaf'; text: string }
  | { type: 'array'; items: Tree[] }
  | { type: 'object'; fields: [name: string, value: Tree][] };

const DEEP = 5_000;

/** Values as texts, since not everything that is sent is JSON. */
const HOSTILE_LEAVES: readonly string[] = [
  // Of another type
  'null',
  'true',
  '""',
  '{}',
  '[]',
  '[null]',
  '[[]]',
  '{"type":"follow"}',
  // Numbers that are none, or that no column takes
  '0',
  '-1',
  '1.5',
  '-2147483649',
  '4294967296',
  '9007199254740993',
  '99999999999999999999',
  '1e308',
  '1e999',
  '-1e999',
  'NaN',
  'Infinity',
  '007',
  // Texts that no column takes, or that mean something elsewhere
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"a\\udfffb"',
  '"\\u202e\\u2066gnirts"',
  '"Z\\u0351\\u036b\\u0343a\\u0353"',
  '"👩‍👩‍👧‍👦"',
  '"line\\none\\r\\n\\u2028two"',
  '"\\u001b[2J"',
  '"\\ufeff"',
  '"%"',
  '"_"',
  '"\\\\"',
  `"'; drop table incidents; --"`,
  '"<script>alert(1)</script>"',
  '"{{constructor.constructor(1)}}"',
  '"../../etc/passwd"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"hasOwnProperty"',
  '{"__proto__":{"type":"resolve"}}',
  '{"constructor":{"prototype":{"a":1}}}',
  // Instants that are none, or that no column takes
  '"0000-00-00T00:00:00Z"',
  '"0001-01-01T00:00:00Z"',
  '"1969-12-31T23:59:59.999Z"',
  '"2026-02-30T00:00:00Z"',
  '"2026-11-26T24:00:00Z"',
  '"2026-11-26T10:00:00+23:59"',
  '"2026-12-31T23:59:60Z"',
  '"9999-12-31T23:59:59.999Z"',
  '"9999-12-31T23:59:59-23:59"',
  '"+275760-09-13T00:00:00.000Z"',
  '"-271821-04-20T00:00:00.000Z"',
  '"294277-01-01T00:00:00Z"',
  // References that are none
  '"INC-0"',
  '"INC-99999999999"',
  '"INC--1"',
  '"component:default/"',
  '"user:default/mei\\u0000"',
  '"group:DEFAULT/Payments"',
  // Large and deep
  JSON.stringify('x'.repeat(300)),
  JSON.stringify('x'.repeat(20_000)),
  JSON.stringify('\u{1f600}'.repeat(5_001)),
  JSON.stringify('x'.repeat(200_000)),
  `[${'0,'.repeat(9_999)}0]`,
  JSON.stringify(Array.from({ length: 10_000 }, (_, n) => `INC-${n}`)),
  `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
];

const HOSTILE_NAMES: readonly string[] = [
  '',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'type',
  'id',
  'a\0b',
  '\ud800',
  'x'.repeat(300),
];

/** One thing done to a tree at a place that is drawn too. */
interface Mutation {
  at: number;
  act: 'replace' | 'leave out' | 'double' | 'rename' | 'add' | 'multiply';
  leaf: string;
  name: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  act: fc.constantFrom(
    'replace' as const,
    'replace' as const,
    'replace' as const,
    'leave out' as const,
    'double' as const,
    'rename' as const,
    'add' as const,
    'multiply' as const,
  ),
  leaf: fc.constantFrom(...HOSTILE_LEAVES),
  name: fc.constantFrom(...HOSTILE_NAMES),
});

/** The texts of valid bodies after up to three things were done to them; now and then no JSON. */
export function mutatedJson(valid: readonly object[]): fc.Arbitrary<string> {
  const structured = fc
    .tuple(
      fc.constantFrom(...valid),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
    )
    .map(([body, mutations]) =>
      textOf(mutations.reduce(mutated, treeOf(body))),
    );
  const broken = fc
    .tuple(
      fc.constantFrom(...valid),
      fc.nat(),
      fc.constantFrom('', '"', '\0', '}', '\ud800'),
    )
    .map(([body, at, put]) => {
      const text = JSON.stringify(body);
      const cut = at % text.length;
      return text.slice(0, cut) + put + text.slice(cut + 1);
    });
  return fc.oneof(
    { arbitrary: structured, weight: 20 },
    { arbitrary: broken, weight: 2 },
    { arbitrary: fc.constantFrom(...HOSTILE_LEAVES, ''), weight: 1 },
  );
}

/** Values of query parameters and parts of paths, as they stand in a URL. */
export const hostileUrlPart: fc.Arbitrary<string> = fc.oneof(
  fc
    .constantFrom(...HOSTILE_LEAVES.filter(text => text.length < 1_000))
    .map(text => encodeURIComponent(unquoted(text))),
  fc.constantFrom(
    '%',
    '%00',
    '%F0',
    '%ED%A0%80',
    '..%2f..',
    'a%2fb',
    '%252e',
    '[]',
    '[$ne]=1',
    'x'.repeat(6_000),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map(encoded),
);

function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** What UTF-8 has no bytes for takes no part in a URL. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return wellFormed(typeof value === 'string' ? value : text);
  } catch {
    return text;
  }
}

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) {
    return { type: 'array', items: value.map(treeOf) };
  }
  if (typeof value === 'object' && value !== null) {
    return {
      type: 'object',
      fields: Object.entries(value).map(([name, part]) => [name, treeOf(part)]),
    };
  }
  return { type: 'leaf', text: JSON.stringify(value) };
}

function textOf(tree: Tree): string {
  switch (tree.type) {
    case 'array':
      return `[${tree.items.map(textOf).join(',')}]`;
    case 'object':
      return `{${tree.fields
        .map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`)
        .join(',')}}`;
    default:
      return tree.text;
  }
}

/** Every value inside a tree, with what puts others in its place. */
function places(
  tree: Tree,
  put: (others: [string, Tree][]) => Tree,
  name = '',
): { name: string; value: Tree; put: typeof put }[] {
  const own = { name, value: tree, put };
  if (tree.type === 'array') {
    return [
      own,
      ...tree.items.flatMap((item, index) =>
        places(item, others =>
          put([
            [
              name,
              {
                type: 'array',
                items: tree.items.toSpliced(
                  index,
                  1,
                  ...others.map(([, other]) => other),
                ),
              },
            ],
          ]),
        ),
      ),
    ];
  }
  if (tree.type === 'object') {
    return [
      own,
      ...tree.fields.flatMap(([field, value], index) =>
        places(
          value,
          others =>
            put([
              [
                name,
                {
                  type: 'object',
                  fields: tree.fields.toSpliced(index, 1, ...others),
                },
              ],
            ]),
          field,
        ),
      ),
    ];
  }
  return [own];
}

function mutated(tree: Tree, { at, act, leaf, name }: Mutation): Tree {
  const found = places(tree, ([[, whole]]) => whole);
  const place = found[at % found.length];
  const isWhole = place === found[0];
  const hostile: Tree = { type: 'leaf', text: leaf };
  switch (isWhole && act !== 'add' ? 'replace' : act) {
    case 'leave out':
      return place.put([]);
    case 'double':
      return place.put([
        [place.name, place.value],
        [place.name, hostile],
      ]);
    case 'rename':
      return place.put([[name, place.value]]);
    case 'add':
      return place.value.type === 'object'
        ? place.put([
            [
              place.name,
              {
                type: 'object',
                fields: [...place.value.fields, [name, hostile]],
              },
            ],
          ])
        : place.put([
            [place.name, { type: 'array', items: [place.value, hostile] }],
          ]);
    case 'multiply':
      return place.put(
        Array.from({ length: 300 }, () => [place.name, place.value]),
      );
    default:
      return place.put([[place.name, hostile]]);
  }
}
