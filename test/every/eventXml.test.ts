import { describeGroup } from './groups';

describeGroup('eventXml');
