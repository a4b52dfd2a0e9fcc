export { nowServiceRef, type NowService } from './nowServiceRef';
