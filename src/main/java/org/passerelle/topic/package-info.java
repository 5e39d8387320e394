/**
 * What are contributions about? Phrases of their texts, the tags of their sources and the company's own words,
 * brought together over spellings and over French and English. Pure: texts come in, topics go out. Open
 * {@link org.passerelle.topic.TopicExtraction} first; {@link org.passerelle.topic.Vocabulary} has the method.
 * Imports {@code network}.
 */
@NullMarked
package org.passerelle.topic;

import org.jspecify.annotations.NullMarked;
