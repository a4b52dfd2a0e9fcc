import { Button } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { type ReactNode, useId } from 'react';
import classes from './FoldedFields.module.css';

/** Fields that help but must not hold anybody up, behind one link. */
export const FoldedFields = (props: {
  more: string;
  less: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: () => ReactNode;
}) => {
  const { isOpen, onOpenChange } = props;
  const fieldsId = useId();
  return (
    <div>
      <Button
        variant="tertiary"
        size="small"
        className={classes.toggle}
        iconStart={isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
        aria-expanded={isOpen}
        aria-controls={fieldsId}
        onPress={() => onOpenChange(!isOpen)}
      >
        {isOpen ? props.less : props.more}
      </Button>
      <div id={fieldsId} className={classes.fields} hidden={!isOpen}>
        {isOpen && props.children()}
      </div>
    </div>
  );
};
