/** One stretch of a text that was replaced. */
interface Edit {
  from: number;
  until: number;
  by: string;
}

/** The one stretch in which two texts differ. */
function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) {
    from += 1;
  }
  let same = 0;
  while (
    same < shorter - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1;
  }
  return {
    from,
    until: before.length - same,
    by: after.slice(from, after.length - same),
  };
}

function shiftOf({ from, until, by }: Edit): number {
  return by.length - (until - from);
}

/**
 * What somebody typed on while their text was on its way, in the text that came
 * back; undefined where both changed the same place.
 *
 * @param sent - the text that was on its way
 * @param typed - what has become of it in the field meanwhile
 * @param answered - what has become of it on the server
 */
export function carriedOver(
  sent: string,
  typed: string,
  answered: string,
): string | undefined {
  const mine = editBetween(sent, typed);
  const theirs = editBetween(sent, answered);
  if (mine.until <= theirs.from) {
    return answered.slice(0, mine.from) + mine.by + answered.slice(mine.until);
  }
  if (mine.from >= theirs.until) {
    const shift = shiftOf(theirs);
    return (
      answered.slice(0, mine.from + shift) +
      mine.by +
      answered.slice(mine.until + shift)
    );
  }
  return undefined;
}

/** Where a caret stands after the text around it was changed by somebody else. */
export function caretAfter(
  before: string,
  after: string,
  caret: number,
): number {
  const edit = editBetween(before, after);
  if (caret <= edit.from) {
    return caret;
  }
  return caret >= edit.until
    ? caret + shiftOf(edit)
    : edit.from + edit.by.length;
}
