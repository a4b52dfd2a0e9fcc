import { GroupCommit } from './GroupCommit';

/** A disk that confirms when it is told to. */
class Disk {
  readonly commits: string[][] = [];
  readonly #confirm: ((error?: Error) => void)[] = [];
  readonly #started: (() => void)[] = [];

  readonly write = (items: readonly string[]) => {
    this.commits.push([...items]);
    this.#started.shift()?.();
    return new Promise<void>((resolve, reject) =>
      this.#confirm.push(error => (error ? reject(error) : resolve())),
    );
  };

  /** Resolves when the next commit has begun. */
  begins(): Promise<void> {
    return new Promise(resolve => this.#started.push(resolve));
  }

  confirm(error?: Error): void {
    this.#confirm.shift()!(error);
  }
}

function setUp(largest = 10) {
  const disk = new Disk();
  const order: string[] = [];
  const group = new GroupCommit<string>({ commit: disk.write, largest });
  const add = (item: string) =>
    group.add(item).then(
      () => order.push(item),
      error => order.push(`${item}: ${error.message}`),
    );
  return { disk, order, add };
}

it('commits together what arrives together or while a commit runs', async () => {
  const { disk, order, add } = setUp();

  const first = disk.begins();
  const a = add('a');
  const b = add('b');
  await first;
  const c = add('c');
  const d = add('d');
  expect(disk.commits).toEqual([['a', 'b']]);

  const second = disk.begins();
  disk.confirm();
  await Promise.all([a, b, second]);
  expect(disk.commits).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(order).toEqual(['a', 'b']);

  disk.confirm();
  await Promise.all([c, d]);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
});

it('tells nobody of a success before the commit', async () => {
  const { disk, order, add } = setUp();
  const begun = disk.begins();
  const added = add('a');
  await begun;
  await new Promise(setImmediate);

  expect(order).toEqual([]);

  disk.confirm();
  await added;
  expect(order).toEqual(['a']);
});

it('bounds a group', async () => {
  const { disk, add } = setUp(2);
  const first = disk.begins();
  const all = Promise.all(['a', 'b', 'c'].map(add));
  await first;
  const second = disk.begins();
  disk.confirm();
  await second;
  disk.confirm();
  await all;

  expect(disk.commits).toEqual([['a', 'b'], ['c']]);
});

it('fails the one that cannot be written and no other', async () => {
  const commits: string[][] = [];
  const group = new GroupCommit<string>({
    commit: async items => {
      if (items.includes('bad')) {
        throw new Error('cannot be written');
      }
      commits.push([...items]);
    },
    largest: 10,
  });

  const outcomes = await Promise.allSettled(
    ['a', 'bad', 'c'].map(item => group.add(item)),
  );

  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(commits).toEqual([['a'], ['c']]);
});

it('tries nothing once more that fails whoever asks', async () => {
  const commits: string[][] = [];
  const group = new GroupCommit<string>({
    commit: async items => {
      commits.push([...items]);
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    },
    largest: 10,
  });

  const outcomes = await Promise.allSettled(
    ['a', 'b'].map(item => group.add(item)),
  );

  expect(outcomes.map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ]);
  expect(commits).toEqual([['a', 'b']]);
});

it('goes on after a failure', async () => {
  const { disk, order, add } = setUp();
  let begun = disk.begins();
  const a = add('a');
  await begun;
  disk.confirm(new Error('disk is full'));
  await a;

  begun = disk.begins();
  const b = add('b');
  await begun;
  disk.confirm();
  await b;

  expect(order).toEqual(['a: disk is full', 'b']);
});
