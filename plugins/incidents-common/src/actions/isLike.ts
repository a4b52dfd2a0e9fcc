/** What is compared of two incidents to tell whether one is like the other. @public */
export interface Likeness {
  id: string;
  title: string;
  /** The root entity. */
  entityRef?: string;
  /** What its alerts are called. */
  alertNames: readonly string[];
  /** The closed incident that came back with this one, as somebody linked it. */
  recurrenceOf?: string;
}

/**
 * Whether an incident is like an earlier one, so that what was to prevent that one
 * should have prevented this: somebody linked it as its recurrence; or both are about
 * the same root entity, and have an alert of the same name or titles that are alike.
 * @public
 */
export function isLike(incident: Likeness, earlier: Likeness): boolean {
  if (incident.id === earlier.id) {
    return false;
  }
  if (incident.recurrenceOf === earlier.id) {
    return true;
  }
  const { entityRef } = incident;
  return (
    entityRef !== undefined &&
    entityRef === earlier.entityRef &&
    (incident.alertNames.some(name => earlier.alertNames.includes(name)) ||
      areTitlesAlike(incident.title, earlier.title, entityRef))
  );
}

/** So many words must two titles share; one alone says too little. */
const WORDS_SHARED = 2;

/** So much of the words of both, each counted with its own, must be shared ones. */
const SHARE_SHARED = 0.5;

/**
 * Whether two titles of the same entity say the same: the words are, or at least two
 * and half of them (twice the shared ones over those of both, the Sørensen–Dice
 * coefficient). What every title of the entity may have in common says nothing: its
 * own name, and words that join others.
 */
export function areTitlesAlike(
  a: string,
  b: string,
  entityRef: string,
): boolean {
  const ofEntity = wordsOf(entityRef.slice(entityRef.indexOf('/') + 1));
  const [ofA, ofB] = [a, b].map(
    title =>
      new Set([...wordsOf(title)].filter(word => !isEmpty(word, ofEntity))),
  );
  const shared = [...ofA].filter(word => ofB.has(word)).length;
  if (shared === 0) {
    return false;
  }
  const areTheSame = shared === ofA.size && shared === ofB.size;
  return (
    areTheSame ||
    (shared >= WORDS_SHARED &&
      (2 * shared) / (ofA.size + ofB.size) >= SHARE_SHARED)
  );
}

/** In English and German: titles are written in both. */
const JOINING = new Set(
  `a an and are as at by for from has in is it no not of on or since the to too was with
   am an auf aus bei das dem den der des die ein eine für im in ist kein keine mit nach
   nicht oder seit sind und von vor zu zum zur`.split(/\s+/),
);

function isEmpty(word: string, ofEntity: ReadonlySet<string>): boolean {
  return JOINING.has(word) || ofEntity.has(word);
}

/** In lower case; `HTTP-502` are two. */
function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  );
}
