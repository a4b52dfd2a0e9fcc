export { nowServiceRef, systemTime, type NowService } from './nowServiceRef';
