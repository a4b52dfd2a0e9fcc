import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  nowServiceRef,
  systemTime,
} from '@linchpin/backstage-plugin-incidents-node';

/** The clock of a machine that is wrong, by `clockOff.ms` of the configuration. */
export default createServiceFactory({
  service: nowServiceRef,
  deps: { config: coreServices.rootConfig },
  factory({ config }) {
    const aheadMs = config.getNumber('clockOff.ms');
    const right = Date.now;
    Date.now = () => right() + aheadMs;
    return systemTime;
  },
});
