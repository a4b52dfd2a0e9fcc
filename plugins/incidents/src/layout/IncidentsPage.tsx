import { ActionDialogProvider } from '../actions';
import { ActionByNumber } from '../actions/ActionByNumber';
import { IncidentsSurface } from '../api/IncidentsSurface';
import { CommandsProvider } from '../commands';
import { LazyPart } from '../elements/LazyPart';
import { Route, Routes } from '../navigation/navigation';
import { ShortcutsProvider } from '../shortcuts';
import { ArchivePage } from '../archive/ArchivePage';
import { InboxPage } from '../inbox/InboxPage';
import { IncidentPage } from '../incident/IncidentPage';
import { LivePage } from '../live/LivePage';
import { SetupPage } from '../setup/SetupPage';
import { ListsLayout } from './ListsLayout';
import { ReviewsLayout } from './ReviewsLayout';

/** The page *Incidents*: its rooms under their tabs, and the page of one incident. */
export const IncidentsPage = () => (
  <IncidentsSurface>
    <ShortcutsProvider>
      <CommandsProvider>
        <ActionDialogProvider>
          <Routes>
            <Route element={<ListsLayout />}>
              <Route index element={<InboxPage />} />
              <Route path="live" element={<LivePage />} />
              <Route path="all" element={<ArchivePage />} />
              <Route path="reviews" element={<ReviewsLayout />}>
                <Route index element={<Reviews />} />
                <Route path="actions" element={<Actions />} />
                <Route path="follow-through" element={<FollowThrough />} />
              </Route>
              <Route path="insights" element={<Insights />} />
              <Route path="setup" element={<SetupPage />} />
            </Route>
            <Route path="actions/:action" element={<ActionByNumber />} />
            <Route path=":number" element={<IncidentPage />} />
            <Route path=":number/evidence" element={<Evidence />} />
            <Route path=":number/review" element={<Review />} />
            <Route
              path=":number/review/document"
              element={<PublishedReview />}
            />
          </Routes>
        </ActionDialogProvider>
      </CommandsProvider>
    </ShortcutsProvider>
  </IncidentsSurface>
);

/** Seldom looked at, so it is loaded when it is. */
const Evidence = () => (
  <LazyPart
    name="evidence"
    load={() => import('../transfer/evidence/EvidencePage')}
  >
    {({ EvidencePage }) => <EvidencePage />}
  </LazyPart>
);

const PublishedReview = () => (
  <LazyPart
    name="published-review"
    load={() => import('../reviews/document/DocumentPage')}
  >
    {({ DocumentPage }) => <DocumentPage />}
  </LazyPart>
);

const Review = () => (
  <LazyPart name="review" load={() => import('../reviews/editor/ReviewPage')}>
    {({ ReviewPage }) => <ReviewPage />}
  </LazyPart>
);

const Reviews = () => (
  <LazyPart name="reviews" load={() => import('../reviews/list/ReviewsPage')}>
    {({ ReviewsPage }) => <ReviewsPage />}
  </LazyPart>
);

const Actions = () => (
  <LazyPart name="actions" load={() => import('../actions/board/BoardPage')}>
    {({ BoardPage }) => <BoardPage />}
  </LazyPart>
);

const FollowThrough = () => (
  <LazyPart
    name="follow-through"
    load={() => import('../actions/followThrough/FollowThroughPage')}
  >
    {({ FollowThroughPage }) => <FollowThroughPage />}
  </LazyPart>
);

/** Its charts are loaded where they are shown. */
const Insights = () => (
  <LazyPart name="insights" load={() => import('../insights/InsightsPage')}>
    {({ InsightsPage }) => <InsightsPage />}
  </LazyPart>
);
