import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { ReviewDocument } from '@linchpin/backstage-plugin-incidents-common';
import { RiMoreLine, RiPrinterLine } from '@remixicon/react';
import { saveFile } from '../../elements/saveFile';
import { Choice } from '../../lists/Choice';
import { useIncidentsPaths, useNavigate } from '../../navigation/navigation';
import { copyText } from '../../elements/copyText';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import classes from './DocumentPage.module.css';

const AUDIENCES = ['internal', 'sharing'] as const;

/** For whom the document is, and the ways to take it along. */
export const DocumentActions = (props: {
  number: string;
  audience: ReviewDocument['audience'];
  onAudience: (audience: ReviewDocument['audience']) => void;
  /** Undefined until it is there for that audience. */
  document: ReviewDocument | undefined;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const navigate = useNavigate();
  const toasts = useApi(toastApiRef);
  const { audience, document } = props;
  const copy = async (markdown: string) => {
    await copyText(markdown);
    toasts.post({ title: t('copied'), status: 'success', timeout: 4_000 });
  };
  const download = ({ fileName, markdown }: ReviewDocument) =>
    saveFile(fileName, new Blob([markdown], { type: 'text/markdown' }));
  return (
    <div className={classes.bar}>
      <Choice
        label={t('audience')}
        options={AUDIENCES}
        nameOf={each => t(`audience_${each}`)}
        value={audience}
        onChange={props.onAudience}
      />
      <p className={classes.hint}>{t(`audienceHint_${audience}`)}</p>
      <Button
        variant="primary"
        iconStart={<RiPrinterLine />}
        isDisabled={!document}
        onPress={() => window.print()}
      >
        {t('print')}
      </Button>
      <MenuTrigger>
        <ButtonIcon
          variant="secondary"
          aria-label={t('more')}
          icon={<RiMoreLine />}
          isDisabled={!document}
        />
        <Menu placement="bottom end">
          <MenuItem onAction={() => document && copy(document.markdown)}>
            {t('copyMarkdown')}
          </MenuItem>
          <MenuItem onAction={() => document && download(document)}>
            {t('download')}
          </MenuItem>
          <MenuItem onAction={() => navigate(paths.review(props.number))}>
            {t('toReview')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </div>
  );
};
