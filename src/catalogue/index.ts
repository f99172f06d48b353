import {
  type Catalogue,
  type CatalogueFile,
  type CatalogueTables,
  type KnownRegistry,
  loadCatalogue,
  loadKnownRegistry,
  renderCatalogueError,
} from '../core/index';
import hresult from './codes/hresult.json';
import codeNotes from './codes/notes.json';
import ntstatus from './codes/ntstatus.json';
import win32 from './codes/win32.json';
import messages from './messages.json';
import providers from './providers.json';
import configmgrKeys from './registry/configmgr.json';
import wdsKeys from './registry/wds.json';
import windowsKeys from './registry/windows.json';
import retired from './retired.json';
import kb2009647 from './wds/kb-2009647.json';
import kb2510665 from './wds/kb-2510665.json';
import kb2712387 from './wds/kb-2712387.json';
import kb2905002 from './wds/kb-2905002.json';
import wdsHeapCorruption from './wds/wds-heap-corruption.json';
import wdsOtherCrash from './wds/wds-other-crash.json';

/** The rule files, one known issue each. A new file is added here and nowhere else. */
export const ruleFiles: readonly CatalogueFile[] = [
  { path: 'wds/kb-2009647.json', content: kb2009647 },
  { path: 'wds/kb-2510665.json', content: kb2510665 },
  { path: 'wds/kb-2712387.json', content: kb2712387 },
  { path: 'wds/kb-2905002.json', content: kb2905002 },
  { path: 'wds/wds-heap-corruption.json', content: wdsHeapCorruption },
  { path: 'wds/wds-other-crash.json', content: wdsOtherCrash },
];

/** The files beside the rules. */
export const tableFiles: CatalogueTables = {
  messages: { path: 'messages.json', content: messages },
  providers: { path: 'providers.json', content: providers },
  retired: { path: 'retired.json', content: retired },
  codeNotes: { path: 'codes/notes.json', content: codeNotes },
  codeNames: {
    ntstatus: { path: 'codes/ntstatus.json', content: ntstatus },
    win32: { path: 'codes/win32.json', content: win32 },
    hresult: { path: 'codes/hresult.json', content: hresult },
  },
};

/** The known issues that come with WinTriage. Throws with all errors when their files are wrong, which a test rules out. */
export function loadBuiltInCatalogue(): Catalogue {
  const { catalogue, errors } = loadCatalogue(ruleFiles, tableFiles);
  if (errors.length > 0) throw new Error(errors.map(renderCatalogueError).join('\n'));
  return catalogue;
}

/** Files of known keys and values of the registry. */
export const registryFiles: readonly CatalogueFile[] = [
  { path: 'registry/configmgr.json', content: configmgrKeys },
  { path: 'registry/wds.json', content: wdsKeys },
  { path: 'registry/windows.json', content: windowsKeys },
];

let knownRegistry: KnownRegistry | undefined;

/** The keys and values that are known, loaded once. Throws with all errors, which a test rules out. */
export function builtInKnownRegistry(): KnownRegistry {
  if (knownRegistry) return knownRegistry;
  const { known, errors } = loadKnownRegistry(registryFiles);
  if (errors.length > 0) throw new Error(errors.map(renderCatalogueError).join('\n'));
  return (knownRegistry = known);
}
