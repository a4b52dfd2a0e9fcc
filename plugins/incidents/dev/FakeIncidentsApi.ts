import {
  isLive,
  type ActionCommandRequest,
  type ActionDetail,
  type ActionPage,
  type ActionsQuery,
  type BulkActionsOutcome,
  type BulkActionsRequest,
  type BulkOutcome,
  type CommandOutcome,
  type CommandRequest,
  type CreateActionRequest,
  type CreatedKey,
  type CreateKeyRequest,
  type DeclareRequest,
  type EntityCard,
  type EntityHistory,
  type EntityOption,
  type Factors,
  type FollowThrough,
  type HistoryFigures,
  type HistoryQuery,
  type Import,
  type Imports,
  type Inbox,
  type InboxQuery,
  type IncidentDetail,
  type IncidentPage,
  type IncidentQuery,
  type Insights,
  type InsightsQuery,
  type IntegrationKey,
  type IntegrationKeys,
  type LiveLine,
  type ReportPreview,
  type ReviewAnswer,
  type ReviewCommandRequest,
  type ReviewDocument,
  type ReviewDocumentQuery,
  type ReviewOutcome,
  type ReviewPage,
  type ReviewsQuery,
  type SectionVersions,
  type Setup,
  type Trackers,
  type Timeline,
  type TimelineEntry,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  reviewCommandRequestSchema,
  type BulkRequest,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { QueryClient } from '@tanstack/react-query';
import type { IncidentsApi } from '../src/api';
import { applied, movedOut } from './applied';
import { dependenciesOf, ownerOf } from './around';
import { FakeActions } from './FakeActions';
import { FakeImports } from './FakeImports';
import { FakeKeys } from './FakeKeys';
import { FakeReviews } from './FakeReviews';
import { endedIncidents, liveIncidents, recoveredIncidents } from './fixtures';
import { someFactors, someFollowThrough } from './learning';
import { inboxOf } from './inbox';
import { someInsights } from './insights';
import { withCommands } from './incident';
import { missing } from './refused';
import { listOf, byUrgency } from './lists';
import { entityOptions, groupOptions, userOptions } from './options';
import { entityNamed, mei, tomas } from './people';
import { declaredBy, reportPreviewOf } from './report';
import { aSetup } from './setup';
import { recorded } from './recorded';
import { timelineOf } from './timeline';
import { unusualIncidents } from './unusual';

/** Answers like the backend over sample incidents that live as long as the page. */
export class FakeIncidentsApi implements IncidentsApi {
  #setup: Setup;
  #incidents: IncidentDetail[];
  #unusual: IncidentDetail[];
  readonly reviewed: FakeReviews;
  readonly keys: FakeKeys;
  readonly imported: FakeImports;
  readonly #actions: FakeActions;
  readonly #allowed = new Map<string, readonly UserCommandType[]>();
  readonly #figures = new Map<string, HistoryFigures>();
  readonly #recorded = new Map<string, TimelineEntry[]>();

  constructor(
    readonly queryClient: QueryClient,
    readonly now: () => number = Date.now,
  ) {
    const start = now();
    this.reviewed = new FakeReviews(now);
    this.keys = new FakeKeys(now);
    this.imported = new FakeImports(now);
    this.#actions = new FakeActions(now);
    this.#setup = aSetup(start);
    this.#incidents = [
      ...liveIncidents(start),
      ...recoveredIncidents(start),
      ...endedIncidents(start),
    ];
    this.#unusual = unusualIncidents(start);
    this.allow('INC-105', ['follow', 'add-note', 'report-affected']);
  }

  /** Lets the user do nothing else with the incident of a number. */
  allow(number: string, commands: readonly UserCommandType[]) {
    this.#allowed.set(number, commands);
  }

  /** Puts an incident in the place of the one with its number, or adds it. */
  put(incident: IncidentDetail) {
    const others = this.#incidents.filter(i => i.number !== incident.number);
    this.#incidents = [incident, ...others];
  }

  /** Forgets everything but these. */
  reset(incidents: IncidentDetail[]) {
    this.#incidents = incidents;
  }

  /** Says what the charts of an entity show; it has none otherwise. */
  measure(entityRef: string, figures: HistoryFigures) {
    this.#figures.set(entityRef, figures);
  }

  /** Forgets every action item but these. */
  resetActions(actions: ActionDetail[]) {
    this.#actions.reset(actions);
  }

  change(setup: Partial<Setup>) {
    this.#setup = { ...this.#setup, ...setup };
  }

  async inbox(query: Partial<InboxQuery>): Promise<Inbox> {
    return inboxOf(this.#incidents, query);
  }

  async incidents(query: Partial<IncidentQuery>): Promise<IncidentPage> {
    return listOf(this.#incidents, query);
  }

  async incident(idOrNumber: string): Promise<IncidentDetail> {
    return this.#asSeen(await this.#find(idOrNumber));
  }

  async timeline(idOrNumber: string): Promise<Timeline> {
    const incident = await this.#find(idOrNumber);
    return {
      items: [
        ...(this.#recorded.get(incident.id) ?? []),
        ...timelineOf(this.now(), incident),
      ],
      nextCursor: null,
    };
  }

  async entityCard(entityRef: string): Promise<EntityCard> {
    const ended = this.#of(entityRef).filter(i => !isLive(i.status));
    const owner = ownerOf(entityRef);
    return {
      entity: entityNamed(entityRef),
      live: this.#liveOf(entityRef),
      dependencies: this.#dependencies(entityRef),
      owner,
      unrouted: owner ? null : 'no-owner',
      told: owner ? [mei, tomas] : [],
      toldCount: owner ? 6 : 0,
      last90Days: {
        incidents: ended.length,
        impactMs: ended.reduce((sum, i) => sum + i.impactMs, 0),
        lastAt: ended[0]?.declaredAt ?? null,
      },
      actions: this.#actions.openOf(entityRef),
      mayReport: true,
    };
  }

  async entityHistory(
    entityRef: string,
    query: Partial<HistoryQuery>,
  ): Promise<EntityHistory> {
    const all = this.#of(entityRef);
    const items = all
      .filter(
        i => !query.priority?.length || query.priority.includes(i.priority),
      )
      .filter(i => !query.from || i.declaredAt >= query.from);
    return {
      entity: entityNamed(entityRef),
      live: this.#liveOf(entityRef),
      dependencies: this.#dependencies(entityRef),
      items,
      nextCursor: null,
      total: items.length,
      months: monthsBefore(this.now()).map(month => ({
        month,
        incidents: all.filter(i => i.declaredAt.startsWith(month)).length,
      })),
      lastDrillAt: all.find(({ mode }) => mode === 'drill')?.declaredAt ?? null,
      figures: this.#figures.get(entityRef) ?? null,
      actions: this.#actions.openOf(entityRef),
      mayReport: true,
    };
  }

  async insights(_query: Partial<InsightsQuery>): Promise<Insights> {
    return someInsights(this.now());
  }

  async reportPreview(entityRef?: string): Promise<ReportPreview> {
    const preview = reportPreviewOf(
      entityRef,
      entityRef
        ? [
            ...this.#liveOf(entityRef).map(incident => ({
              incident,
              via: entityNamed(entityRef),
            })),
            ...this.#dependencies(entityRef),
          ]
        : [],
    );
    return {
      ...preview,
      preventing: this.#actions.preventing(
        ({ entity }) => entityRef !== undefined && entity?.ref === entityRef,
      ),
    };
  }

  async dependants(entityRef: string): Promise<EntityOption[]> {
    return entityOptions('').filter(({ ref }) =>
      dependenciesOf(ref).some(dependency => dependency.ref === entityRef),
    );
  }

  async review(idOrNumber: string): Promise<ReviewAnswer> {
    return this.reviewed.of(await this.#find(idOrNumber));
  }

  async sectionVersions(
    idOrNumber: string,
    section: string,
  ): Promise<SectionVersions> {
    const incident = await this.#find(idOrNumber);
    return {
      items: this.reviewed.versions(incident, section),
      nextCursor: null,
    };
  }

  async reviewDocument(
    idOrNumber: string,
    query: ReviewDocumentQuery,
  ): Promise<ReviewDocument> {
    return this.reviewed.documentOf(await this.#find(idOrNumber), query);
  }

  async reviews(query: Partial<ReviewsQuery>): Promise<ReviewPage> {
    return {
      items: this.reviewed.listOf(this.#incidents, query),
      nextCursor: null,
    };
  }

  async sendToReview(
    incidentId: string,
    request: ReviewCommandRequest,
  ): Promise<ReviewOutcome> {
    return this.reviewed.send(
      await this.#find(incidentId),
      reviewCommandRequestSchema.parse(request).command,
    );
  }

  async entityOptions(q: string): Promise<EntityOption[]> {
    return entityOptions(q);
  }

  async groupOptions(q: string): Promise<EntityOption[]> {
    return groupOptions(q);
  }

  async userOptions(q: string): Promise<EntityOption[]> {
    return userOptions(q);
  }

  async actions(query: Partial<ActionsQuery>): Promise<ActionPage> {
    return this.#actions.list(query);
  }

  async action(idOrNumber: string): Promise<ActionDetail> {
    return this.#actions.find(idOrNumber);
  }

  async followThrough(): Promise<FollowThrough> {
    return someFollowThrough(this.now());
  }

  async factors(): Promise<Factors> {
    return someFactors();
  }

  async trackers(): Promise<Trackers> {
    return { items: [{ id: 'jira', title: 'Jira' }] };
  }

  async createAction(request: CreateActionRequest): Promise<ActionDetail> {
    const origins = await Promise.all(
      request.incidents.map(origin => this.#find(origin)),
    );
    return this.#actions.create(request, origins);
  }

  async sendToAction(
    id: string,
    request: ActionCommandRequest,
  ): Promise<ActionDetail> {
    return this.#actions.send(id, request);
  }

  async sendToActions(
    request: BulkActionsRequest,
  ): Promise<BulkActionsOutcome> {
    return this.#actions.sendToAll(request);
  }

  async imports(): Promise<Imports> {
    return this.imported.all();
  }

  async sendImport({ file }: { file: File }): Promise<Import> {
    return this.imported.plan(file.name);
  }

  async startImport(id: string): Promise<Import> {
    return this.imported.move(id, 'importing');
  }

  async cancelImport(id: string): Promise<Import> {
    return this.imported.move(id, 'cancelled');
  }

  async exportIncidents(): Promise<Blob> {
    return new Blob(['number,title']);
  }

  async setup(): Promise<Setup> {
    return this.#setup;
  }

  async integrationKeys(): Promise<IntegrationKeys> {
    return this.keys.all();
  }

  async createKey(request: CreateKeyRequest): Promise<CreatedKey> {
    return this.keys.create(request);
  }

  async revokeKey(id: string): Promise<IntegrationKey> {
    return this.keys.revoke(id);
  }

  async resend(ids: string[]) {
    const notSent = this.#setup.notSent.filter(n => !ids.includes(n.id));
    const resent = this.#setup.notSent.length - notSent.length;
    this.#setup = { ...this.#setup, notSent };
    return { resent };
  }

  async declare(request: DeclareRequest): Promise<IncidentDetail> {
    const incident = declaredBy(request, this.#nextNumber(), this.now());
    this.put(incident);
    return withCommands(incident);
  }

  async send(id: string, request: CommandRequest): Promise<CommandOutcome> {
    const before = await this.#find(id);
    const now = this.now();
    const incident = this.#asSeen({
      ...applied(before, request.command, now),
      version: before.version + 1,
    });
    this.#incidents = this.#incidents.map(i => (i === before ? incident : i));
    this.#unusual = this.#unusual.map(i => (i === before ? incident : i));
    const opened =
      request.command.type === 'move-out'
        ? movedOut(before, request.command, this.#nextNumber(), now)
        : undefined;
    if (opened) {
      this.put(opened);
    }
    this.#recorded.set(id, [
      recorded(before, incident, request.command, now, opened),
      ...(this.#recorded.get(id) ?? []),
    ]);
    return {
      incident,
      changed: true,
      opened: opened ? { id: opened.id, number: opened.number } : null,
    };
  }

  async sendToAll(request: BulkRequest): Promise<BulkOutcome> {
    const outcomes = await Promise.all(
      request.ids.map(id => this.send(id, { command: request.command })),
    );
    return {
      outcomes: outcomes.map(({ incident }) => ({
        id: incident.id,
        number: incident.number,
        changed: true,
        error: null,
      })),
    };
  }

  #nextNumber(): string {
    const numbers = this.#incidents.map(i => Number(i.number.slice(4)));
    return `INC-${Math.max(...numbers) + 1}`;
  }

  #asSeen(incident: IncidentDetail): IncidentDetail {
    const able = withCommands({
      ...incident,
      actions: this.#actions.list({ incident: incident.number }).items,
      preventing: this.#actions.preventing(({ recurrences }) =>
        recurrences.some(({ number }) => number === incident.number),
      ),
      review: this.reviewed.glanceAt(incident),
    });
    const allowed = this.#allowed.get(incident.number);
    return allowed
      ? {
          ...able,
          viewer: {
            ...able.viewer,
            commands: able.viewer.commands.filter(c => allowed.includes(c)),
          },
        }
      : able;
  }

  async #find(idOrNumber: string): Promise<IncidentDetail> {
    const found = [...this.#incidents, ...this.#unusual].find(
      i => i.id === idOrNumber || i.number === idOrNumber,
    );
    if (!found) {
      throw await missing(`There is no incident ${idOrNumber}`);
    }
    return found;
  }

  #of(entityRef: string): IncidentDetail[] {
    const ref = entityRef.toLocaleLowerCase('en-US');
    return this.#incidents.filter(
      i => i.entityRef === ref || i.ownerRef === ref,
    );
  }

  #liveOf(entityRef: string): IncidentDetail[] {
    return this.#of(entityRef)
      .filter(i => isLive(i.status) && !i.recoveredAt)
      .sort(byUrgency);
  }

  #dependencies(entityRef: string): LiveLine[] {
    return dependenciesOf(entityRef)
      .flatMap(via =>
        this.#liveOf(via.ref).map(incident => ({ incident, via })),
      )
      .sort((a, b) => byUrgency(a.incident, b.incident));
  }
}

function monthsBefore(now: number): string[] {
  const { year, month } = {
    year: new Date(now).getUTCFullYear(),
    month: new Date(now).getUTCMonth(),
  };
  return Array.from({ length: 12 }, (_, index) =>
    new Date(Date.UTC(year, month - 11 + index, 1)).toISOString().slice(0, 7),
  );
}
