import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { type ActionOccasion, useActionDialog } from '../../actions';
import { useWidth } from '../../incident/layout/useWidth';
import { useAddressQuery } from '../../navigation/navigation';
import { useShortcuts } from '../../shortcuts';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { Comments } from './evidence/Comments';
import { Facts } from './evidence/Facts';
import { TimelinePicker } from './evidence/TimelinePicker';
import { quotedIn } from './quotedIn';
import { ReviewHead } from './ReviewHead';
import classes from './ReviewView.module.css';
import { Sheet } from './Sheet';

const BESIDE = ['timeline', 'facts', 'comments'] as const;

/** A review: what is known on the left, what is written on the right; one at a time where it is narrow. */
export const ReviewView = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const query = useAddressQuery();
  const actionDialog = useActionDialog();
  const isWide = useWidth() === 'wide';
  const { review } = props;
  const { incident } = review;
  const parts = isWide ? BESIDE : (['text', ...BESIDE] as const);
  const part = parts.find(each => each === query.get('part')) ?? parts[0];
  const open = review.comments.filter(({ settled }) => !settled).length;
  const show = (next: (typeof parts)[number], about?: string, quote?: string) =>
    query.change({
      part: next === parts[0] ? undefined : next,
      about,
      quote,
    });
  const act = (from: Omit<ActionOccasion, 'incident'>) =>
    actionDialog.open({ incident, ...from });

  useShortcuts(
    review.viewer.commands.includes('comment')
      ? [
          {
            keys: ['t'],
            label: t('actFromSelection'),
            run: () => act({ quote: quotedIn(document) }),
          },
        ]
      : [],
  );

  const sheet = (
    <Sheet
      review={review}
      onAct={act}
      onComment={(about, quote) => show('comments', about, quote)}
    />
  );
  return (
    <>
      <ReviewHead review={review} />
      <div className={classes.panes} data-wide={isWide || undefined}>
        <Tabs
          className={classes.beside}
          selectedKey={part}
          onSelectionChange={key =>
            show(parts.find(each => each === key) ?? parts[0])
          }
        >
          <TabList aria-label={t('whatIsKnown')}>
            {parts.map(each => (
              <Tab key={each} id={each}>
                {t(`part_${each}`)}
                {each === 'comments' && open > 0 && (
                  <span className={classes.count}>{open}</span>
                )}
              </Tab>
            ))}
          </TabList>
          {!isWide && (
            <TabPanel id="text" className={classes.panel}>
              {sheet}
            </TabPanel>
          )}
          <TabPanel id="timeline" className={classes.panel}>
            <TimelinePicker review={review} />
          </TabPanel>
          <TabPanel id="facts" className={classes.panel}>
            <Facts review={review} />
          </TabPanel>
          <TabPanel id="comments" className={classes.panel}>
            <Comments review={review} />
          </TabPanel>
        </Tabs>
        {isWide && sheet}
      </div>
    </>
  );
};
