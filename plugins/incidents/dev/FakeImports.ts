import type {
  Import,
  Imports,
} from '@linchpin/backstage-plugin-incidents-common';
import { plannedImport } from './imports';

/** The imports of the harness, which live as long as the page. */
export class FakeImports {
  #imports: Imports = { items: [], mayManage: true };

  constructor(readonly now: () => number) {}

  all(): Imports {
    return this.#imports;
  }

  change(imports: Partial<Imports>) {
    this.#imports = { ...this.#imports, ...imports };
  }

  plan(fileName: string): Import {
    const job = plannedImport(fileName, this.now());
    this.change({ items: [job, ...this.#imports.items] });
    return job;
  }

  move(id: string, state: Import['state']): Import {
    const items = this.#imports.items.map(job =>
      job.id === id ? { ...job, state } : job,
    );
    this.change({ items });
    return items.find(job => job.id === id)!;
  }
}
