import { strict as assert } from 'node:assert';
import { EVENT_VIEWER_COLUMNS, columnsOf, namesEventColumns } from '../../../../src/core/formats/listExportColumns';

const EVENT_VIEWER = ['Level', 'Date and Time', 'Source', 'Event ID', 'Task Category'];

describe('columnsOf', () => {
  it('has the Event Viewer describe the sixth, unnamed column', () => {
    assert.deepEqual(columnsOf(EVENT_VIEWER), EVENT_VIEWER_COLUMNS);
  });

  it('goes by position under a header in another language', () => {
    assert.deepEqual(columnsOf(['Niveau', 'Date et heure', 'Source', 'ID', 'Catégorie']), EVENT_VIEWER_COLUMNS);
  });

  it('takes the first column that has no known name for the description', () => {
    assert.equal(columnsOf(['Ebene', 'Datum', 'Quelle', 'ID', 'Kategorie', 'Beschreibung']).message, 5);
    assert.equal(columnsOf([...EVENT_VIEWER, 'Computer', 'Process ID']).message, 7);
    assert.equal(columnsOf([...EVENT_VIEWER, 'Computer', 'Details']).message, 6);
    assert.equal(columnsOf([...EVENT_VIEWER, 'Extra', 'Message']).message, 6);
  });

  it('does not care for case and blanks', () => {
    assert.equal(
      columnsOf([' LEVEL', 'date and time ', 'Source', 'Event ID', 'Task Category', 'COMPUTER']).computer,
      5,
    );
  });
});

describe('namesEventColumns', () => {
  it('asks for time, source and id in English', () => {
    assert.equal(namesEventColumns(EVENT_VIEWER), true);
    assert.equal(namesEventColumns(['Source', 'Event ID', 'Date and Time']), true);
    assert.equal(namesEventColumns(['Level', 'Time', 'Source', 'Event ID', 'Task Category']), false);
  });
});
