/** Lists as files for spreadsheets: CSV and XLSX. */
@NullMarked
package org.moutracker.agreements.table;

import org.jspecify.annotations.NullMarked;
