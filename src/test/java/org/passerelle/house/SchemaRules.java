package org.passerelle.house;

import graphql.language.DescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what the public contract leaves unsaid: descriptions, caps of lists, sizes of pages. */
final class SchemaRules {
    private static final Pattern CAP = Pattern.compile("at most [0-9][0-9,]*");

    private final List<String> faults = new ArrayList<>();

    private SchemaRules() {}

    /** One line for each fault of a schema. */
    static List<String> faults(String schema) {
        TypeDefinitionRegistry registry = new SchemaParser().parse(schema);
        SchemaRules rules = new SchemaRules();
        registry.types().values().forEach(rules::type);
        registry.scalars().values().stream()
                .filter(scalar -> !scalar.getName().matches("Int|Float|String|Boolean|ID"))
                .forEach(scalar -> rules.described(scalar.getName(), scalar));
        return rules.faults.stream().sorted().toList();
    }

    private void type(TypeDefinition<?> type) {
        described(type.getName(), (DescribedNode<?>) type);
        switch (type) {
            case ObjectTypeDefinition object ->
                object.getFieldDefinitions().forEach(field -> field(object.getName(), field));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions()
                        .forEach(value -> described(input.getName() + "." + value.getName(), value));
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions()
                        .forEach(value -> described(values.getName() + "." + value.getName(), value));
            default -> {}
        }
    }

    private void field(String type, FieldDefinition field) {
        String name = type + "." + field.getName();
        described(name, field);
        field.getInputValueDefinitions().forEach(argument -> argument(name, argument));
        boolean page = type.endsWith("Connection") && List.of("edges", "nodes").contains(field.getName());
        if (isList(field.getType()) && !page && !CAP.matcher(text(field)).find()) {
            faults.add(name + ": a list that neither pages nor says \"at most N\"");
        }
    }

    private void argument(String field, InputValueDefinition argument) {
        String name = field + "(" + argument.getName() + ")";
        described(name, argument);
        if (argument.getName().equals("first") && argument.getDefaultValue() == null) {
            faults.add(name + ": no default");
        }
    }

    private void described(String name, DescribedNode<?> node) {
        if (text(node).isBlank()) {
            faults.add(name + ": not described");
        }
    }

    private static String text(DescribedNode<?> node) {
        return node.getDescription() == null ? "" : node.getDescription().getContent();
    }

    private static boolean isList(Type<?> type) {
        return type instanceof NonNullType wrapped ? isList(wrapped.getType()) : type instanceof ListType;
    }
}
