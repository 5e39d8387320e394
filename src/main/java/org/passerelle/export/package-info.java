/**
 * What can be taken along as a file? Matrices and networks of the API as CSV and GEXF, and the overview as a page to print:
 * each is a question that is put through the API's own door, so what a reader may not see there is not in the file either. Open {@link
 * org.passerelle.export.Exported} first. Imports {@code network}; the controllers also {@code api}.
 */
@NullMarked
package org.passerelle.export;

import org.jspecify.annotations.NullMarked;
