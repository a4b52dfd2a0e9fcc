import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type {
  CreatedKey,
  IntegrationKeys,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useCreateKey } from '../api/mutations';
import { FormDialog } from '../commands';
import { Choice } from '../commands/fields/Choice';
import { EntityPicker, GroupPicker } from '../commands/fields/pickers';
import { useRefusal } from '../commands/useRefusal';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { incidentsKeysTranslationRef } from '../translations/keys';

const KINDS = ['group', 'entity'] as const;

/** What a new key is called and what it is for. */
export const CreateKeyDialog = (props: {
  offer: IntegrationKeys;
  onCreated: (created: CreatedKey) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsKeysTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const { sources, groups, mayManageAll } = props.offer;
  const create = useCreateKey();
  const refusal = useRefusal();
  const [name, setName] = useState('');
  const [source, setSource] = useState(sources[0]?.id);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('group');
  const [chosen, setChosen] = useState<Record<string, string | null>>({
    group: groups[0]?.ref ?? null,
    entity: null,
  });
  const forRef = chosen[kind];
  const choose = (ref: string | null) => setChosen({ ...chosen, [kind]: ref });

  const submit = () => {
    if (!name.trim()) {
      refusal.refuse('name', t('nameMissing'));
    } else if (!forRef) {
      refusal.refuse('for', t(`${kind}Missing`));
    } else {
      refusal.forget();
      create.mutate(
        { name: name.trim(), source, for: forRef },
        { onSuccess: props.onCreated, onError: refusal.learn },
      );
    }
  };

  const teams = groups.map(({ title }) => title).join(', ');
  const ofChanges = source === 'changes' ? 'OfChanges' : '';
  const groupHint =
    teams && !mayManageAll
      ? `${t(`groupHint${ofChanges}`)} ${t('yourTeams', { teams })}`
      : t(`groupHint${ofChanges}`);
  const picker = {
    ...refusal.field('for'),
    label: t(kind),
    value: forRef,
    onChange: choose,
  };
  return (
    <FormDialog
      title={t('createTitle')}
      submit={t('createSubmit')}
      isPending={create.isPending}
      problem={refusal.problemBeside(['name', 'for'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <TextField
        {...refusal.field('name')}
        label={t('name')}
        description={t('nameHint')}
        value={name}
        onChange={setName}
        autoFocus
      />
      {sources.length > 1 && (
        <Choice
          label={t('source')}
          options={sources.map(({ id, title }) => ({ id, label: title }))}
          value={source}
          onChange={setSource}
        />
      )}
      <Choice
        label={t('kind')}
        options={KINDS.map(id => ({ id, label: t(`kind_${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'group' ? (
        <GroupPicker
          key="group"
          {...picker}
          description={groupHint}
          placeholder={command('searchGroups')}
        />
      ) : (
        <EntityPicker
          key="entity"
          {...picker}
          description={t(`entityHint${ofChanges}`)}
          placeholder={command('searchEntities')}
        />
      )}
    </FormDialog>
  );
};
