import { describeGroup } from './groups';

describeGroup('others');
