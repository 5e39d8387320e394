package org.passerelle.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says beyond ArchUnit's model: its texts and the names of its parameters.
 *
 * @param texts every text of the constant pool, those of annotations and concatenations included
 * @param parameterNames names of the parameters of its methods and constructors
 */
record Bytecode(List<String> texts, List<String> parameterNames) {

    static Bytecode of(JavaClass javaClass) {
        URI uri = javaClass.getSource().orElseThrow().getUri();
        try (InputStream in = uri.toURL().openStream()) {
            return of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }

    private static Bytecode of(ClassModel model) {
        List<String> texts = new ArrayList<>();
        model.constantPool().forEach(entry -> {
            if (entry instanceof Utf8Entry text) {
                texts.add(text.stringValue());
            }
        });
        List<String> names = new ArrayList<>();
        model.methods().forEach(method -> method.findAttribute(Attributes.methodParameters())
                .ifPresent(attribute -> attribute
                        .parameters()
                        .forEach(parameter -> parameter.name().ifPresent(name -> names.add(name.stringValue())))));
        return new Bytecode(texts, names);
    }
}
