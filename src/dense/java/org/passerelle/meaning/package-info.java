/**
 * How does a text become a vector? By a small model in ONNX that runs in this process; open {@link
 * org.passerelle.meaning.OnnxSource}. The only place of langchain4j, in the build with {@code -Ddense} alone. Imports
 * {@code network} only.
 */
@NullMarked
package org.passerelle.meaning;

import org.jspecify.annotations.NullMarked;
