import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { CatalogSource } from './CatalogSource';
import { DependencyReader } from './DependencyReader';
import { DirectoryReader } from './DirectoryReader';
import { DirectoryRefresh } from './DirectoryRefresh';
import { DirectorySearch } from './DirectorySearch';
import { DirectoryStore } from './DirectoryStore';
import { EntityPicker } from './EntityPicker';
import { ExcerptReader } from './ExcerptReader';
import { LiveAnnotations } from './LiveAnnotations';
import { PartReader } from './PartReader';
import { ReadThrough } from './ReadThrough';
import { recordFields } from './record';
import { RefreshLog } from './RefreshLog';
import type { CatalogSettings } from './settings';
import { TeamReader } from './TeamReader';

/**
 * Our own copy of what we need of the catalog, so that matching, routing and the
 * entity card are quick with 20,000 entities and work while the catalog does not.
 */
export class CatalogDirectory {
  readonly settings: CatalogSettings;
  /** Reads the whole catalog in the background. */
  readonly refresh: DirectoryRefresh;
  /** How that went last. */
  readonly refreshLog: RefreshLog;
  /** Brings single records up to date. */
  readonly readThrough: ReadThrough;
  readonly reader: DirectoryReader;
  readonly search: DirectorySearch;
  readonly dependencies: DependencyReader;
  readonly teams: TeamReader;
  readonly parts: PartReader;
  /** What routing looks at. */
  readonly excerpts: ExcerptReader;
  readonly annotations: LiveAnnotations;
  /** What people may choose from. */
  readonly picker: EntityPicker;

  constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now: NowService;
    settings: CatalogSettings;
  }) {
    const { knex, catalog, auth, logger, now, settings } = options;
    const source = new CatalogSource({
      catalog,
      auth,
      fields: recordFields(settings),
      now,
    });
    const store = new DirectoryStore();
    this.settings = settings;
    this.refreshLog = new RefreshLog();
    this.refresh = new DirectoryRefresh({
      knex,
      source,
      store,
      log: this.refreshLog,
      settings,
      now,
      logger,
    });
    this.readThrough = new ReadThrough({ knex, source, store, settings, now });
    this.reader = new DirectoryReader();
    this.search = new DirectorySearch();
    this.dependencies = new DependencyReader();
    this.teams = new TeamReader({ knex });
    this.parts = new PartReader({ knex });
    this.excerpts = new ExcerptReader({
      knex,
      reader: this.reader,
      readThrough: this.readThrough,
    });
    this.annotations = new LiveAnnotations({ catalog, auth });
    this.picker = new EntityPicker({
      knex,
      search: this.search,
      dependencies: this.dependencies,
      catalog,
    });
  }
}
