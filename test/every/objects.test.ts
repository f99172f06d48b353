import { describeGroup } from './groups';

describeGroup('objects');
