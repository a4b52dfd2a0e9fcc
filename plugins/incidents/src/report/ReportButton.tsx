import { Button } from '@backstage/ui';
import { RiFlagLine } from '@remixicon/react';
import { type ReactNode, useState } from 'react';
import { ReportDialog } from './ReportDialog';

/** Opens the dialog for one entity. Where the label has no place, the flag is seen alone. */
export const ReportButton = (props: {
  entityRef: string;
  label: ReactNode;
}) => {
  const [isReporting, setReporting] = useState(false);
  return (
    <div>
      <Button
        variant="secondary"
        iconStart={<RiFlagLine />}
        onPress={() => setReporting(true)}
      >
        {props.label}
      </Button>
      <ReportDialog
        entityRef={props.entityRef}
        isOpen={isReporting}
        onOpenChange={setReporting}
      />
    </div>
  );
};
