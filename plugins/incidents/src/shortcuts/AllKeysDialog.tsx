import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader, Switch } from '@backstage/ui';
import { Kbd } from '../elements/Kbd';
import { incidentsLayoutTranslationRef } from '../translations/layout';
import classes from './AllKeysDialog.module.css';
import type { Shortcut } from './shortcut';

/** Every key of the page, and the switch for those who type by voice or with a screen reader. */
export const AllKeysDialog = (props: {
  shortcuts?: readonly Shortcut[];
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  return (
    <Dialog
      isOpen={props.shortcuts !== undefined}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={520}
    >
      <DialogHeader>{t('allKeys')}</DialogHeader>
      <DialogBody>
        <dl className={classes.keys} data-off={!props.isOn || undefined}>
          {props.shortcuts?.map(shortcut => (
            <div key={shortcut.keys[0]} className={classes.key}>
              <dt>
                <Kbd>{shortcut.keys[0]}</Kbd>
              </dt>
              <dd>{shortcut.label}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label={t('singleLetterKeys')}
          isSelected={props.isOn}
          onChange={props.onSwitch}
        />
      </DialogBody>
    </Dialog>
  );
};
