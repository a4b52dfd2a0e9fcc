import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox, ComboboxItemText } from '@backstage/ui';
import type { EntityOption } from '@linchpin/backstage-plugin-incidents-common';
import {
  RiApps2Line,
  RiBox3Line,
  RiDatabase2Line,
  RiPlugLine,
} from '@remixicon/react';
import { type ReactNode, useState } from 'react';
import { useEntityOptions } from '../api/queries';
import { incidentsReportTranslationRef } from '../translations/report';
import type { ReportDraft } from './draft';
import { useSettled } from './useSettled';
import classes from './ReportForm.module.css';

type Picked = NonNullable<ReportDraft['entity']>;
type Option = Picked & { id: string; description?: string; icon?: ReactNode };

/** Where it is: any entity of the catalog that can be in trouble, found by the server. */
export const EntityField = (props: {
  entity?: Picked;
  onChange: (entity?: Picked) => void;
  error?: string;
}) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const { entity, error, onChange } = props;
  const [typed, setTyped] = useState(entity?.title ?? '');
  const isPicked = typed === entity?.title;
  const settled = useSettled(isPicked ? '' : typed.trim());
  const found = useEntityOptions(settled);
  const options = withPicked(found.data ?? [], entity);

  return (
    <Combobox<Option>
      size="medium"
      className={classes.question}
      label={t('where')}
      description={entity ? undefined : t('whereHint')}
      placeholder={t('whereSearch')}
      icon={iconOf(options.find(o => o.ref === entity?.ref))}
      items={options}
      value={entity?.ref ?? null}
      onChange={key => {
        const picked = options.find(option => option.id === key);
        setTyped(picked?.title ?? '');
        if (picked?.ref !== entity?.ref) {
          onChange(picked && { ref: picked.ref, title: picked.title });
        }
      }}
      search={{ mode: 'server', inputValue: typed, onInputChange: setTyped }}
      loading={{ state: found.isFetching ? 'filtering' : 'idle' }}
      menuTrigger="input"
      validate={() => error ?? null}
      validationBehavior="aria"
    >
      {option => (
        <ComboboxItemText
          id={option.id}
          title={option.title}
          textValue={option.title}
          description={option.description}
          leadingIcon={option.icon}
        />
      )}
    </Combobox>
  );
};

/** What is picked stays among the options whatever is typed, else leaving the field would clear it. */
function withPicked(found: EntityOption[], entity?: Picked): Option[] {
  const options = found.map(optionOf);
  return !entity || options.some(option => option.ref === entity.ref)
    ? options
    : [{ ...entity, id: entity.ref }, ...options];
}

function optionOf(option: EntityOption): Option {
  return {
    id: option.ref,
    ref: option.ref,
    title: option.title,
    description: [option.type ?? option.kind, option.ownerTitle]
      .filter(Boolean)
      .join(', '),
    icon: iconOf(option),
  };
}

function iconOf(option?: { ref: string }): ReactNode {
  switch (option?.ref.split(':')[0]) {
    case undefined:
      return undefined;
    case 'resource':
      return <RiDatabase2Line />;
    case 'api':
      return <RiPlugLine />;
    case 'system':
    case 'domain':
      return <RiApps2Line />;
    default:
      return <RiBox3Line />;
  }
}
