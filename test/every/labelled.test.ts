import { describeGroup } from './groups';

describeGroup('labelled');
