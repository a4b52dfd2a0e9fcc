import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { IncidentQuery } from '@linchpin/backstage-plugin-incidents-common';
import { RiDownload2Line } from '@remixicon/react';
import { reasonOf } from '../api/errors';
import { useExport } from '../api/mutations';
import { saveFile } from '../elements/saveFile';
import { incidentsTransferTranslationRef } from '../translations/transfer';
import classes from './ExportMenu.module.css';

const FORMATS = ['csv', 'jsonl'] as const;

/** The list that is shown as a file, the whole of it. */
export const ExportMenu = (props: { query: Partial<IncidentQuery> }) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { mutate, error, isPending } = useExport();
  const save = (format: (typeof FORMATS)[number]) =>
    mutate(
      { ...props.query, format },
      { onSuccess: content => saveFile(`incidents.${format}`, content) },
    );
  return (
    <>
      {error && (
        <span role="alert" className={classes.problem}>
          {reasonOf(error)}
        </span>
      )}
      <MenuTrigger>
        <Button
          variant="secondary"
          iconStart={<RiDownload2Line />}
          isPending={isPending}
        >
          {t('export')}
        </Button>
        <Menu placement="bottom end">
          {FORMATS.map(format => (
            <MenuItem key={format} onAction={() => save(format)}>
              {t(`export_${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </>
  );
};
