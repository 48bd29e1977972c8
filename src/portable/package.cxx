/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/package.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/embed/ElementModes.hpp>
#include <com/sun/star/embed/StorageFactory.hpp>
#include <com/sun/star/embed/XTransactedObject.hpp>
#include <com/sun/star/io/XSeekable.hpp>
#include <com/sun/star/lang/XComponent.hpp>

#include <algorithm>
#include <ranges>

namespace quartet
{

namespace
{

namespace Modes = css::embed::ElementModes;
using css::embed::XStorage;
using css::lang::XComponent;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

const char* nameOf(Package::Format format)
{
    switch (format)
    {
        case Package::Format::OpenDocument:
            return "PackageFormat";
        case Package::Format::OfficeOpenXml:
            return "OFOPXMLFormat";
        case Package::Format::Zip:
            break;
    }
    return "ZipFormat";
}

void dispose(const Reference<css::uno::XInterface>& object)
{
    Reference<XComponent>(object, UNO_QUERY_THROW)->dispose();
}

void commit(const Reference<XStorage>& storage)
{
    Reference<css::embed::XTransactedObject>(storage, UNO_QUERY_THROW)->commit();
}

} // namespace

std::string readAll(const Reference<css::io::XInputStream>& input, const std::string& until)
{
    std::string text;
    Sequence<sal_Int8> bytes;
    constexpr sal_Int32 block = 1 << 20;
    while (const sal_Int32 length = input->readBytes(bytes, block))
    {
        const std::size_t before = text.size();
        text.append(reinterpret_cast<const char*>(bytes.getConstArray()),
                    static_cast<std::size_t>(length));
        if (!until.empty()
            && text.find(until, before - std::min(before, until.size())) != std::string::npos)
            break;
    }
    return text;
}

Package::Package(const Reference<css::uno::XComponentContext>& context,
                 const Sequence<sal_Int8>& workbook, Format format)
    : m_memory(context->getServiceManager()->createInstanceWithContext(
                   "com.sun.star.comp.MemoryStream", context),
               UNO_QUERY_THROW)
{
    m_memory->getOutputStream()->writeBytes(workbook);
    Reference<css::io::XSeekable>(m_memory, UNO_QUERY_THROW)->seek(0);
    const css::beans::PropertyValue kind("StorageFormat", -1,
                                         Any(rtl::OUString::createFromAscii(nameOf(format))),
                                         css::beans::PropertyState_DIRECT_VALUE);
    Sequence<Any> arguments(3);
    arguments.getArray()[0] <<= m_memory;
    arguments.getArray()[1] <<= Modes::READWRITE;
    arguments.getArray()[2] <<= Sequence<css::beans::PropertyValue>(&kind, 1);
    // The factory has no other interface, deprecated or not.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    m_storage.set(
        css::embed::StorageFactory::create(context)->createInstanceWithArguments(arguments),
        UNO_QUERY_THROW);
#pragma GCC diagnostic pop
}

Package::Open Package::open(const std::string& part, sal_Int32 mode) const
{
    Open opened;
    Reference<XStorage> inner = m_storage;
    std::size_t begin = 0;
    for (auto end = part.find('/'); end != std::string::npos; end = part.find('/', begin))
    {
        inner =
            inner->openStorageElement(fromUtf8(part.substr(begin, end - begin)), Modes::READWRITE);
        opened.folders.push_back(inner);
        begin = end + 1;
    }
    if (begin < part.size())
        opened.stream = inner->openStreamElement(fromUtf8(part.substr(begin)), mode);
    return opened;
}

std::vector<std::string> Package::parts(const std::string& folder) const
{
    std::vector<std::string> names;
    Reference<XStorage> inner = m_storage;
    std::vector<Reference<XStorage>> folders;
    for (std::size_t begin = 0, end = 0; begin < folder.size(); begin = end + 1)
    {
        end = std::min(folder.find('/', begin), folder.size());
        const rtl::OUString name = fromUtf8(folder.substr(begin, end - begin));
        if (!inner->hasByName(name) || !inner->isStorageElement(name))
            break;
        inner = inner->openStorageElement(name, Modes::READ);
        folders.push_back(inner);
        if (end < folder.size())
            continue;
        const auto all = inner->getElementNames();
        for (sal_Int32 i = 0; i < all.getLength(); ++i)
            if (inner->isStreamElement(all.getConstArray()[i]))
                names.push_back(folder + "/" + toUtf8(all.getConstArray()[i]));
    }
    for (; !folders.empty(); folders.pop_back())
        dispose(folders.back());
    return names;
}

std::string Package::read(const std::string& part, const std::string& until) const
{
    const Open opened = open(part, Modes::READ);
    std::string content = readAll(opened.stream->getInputStream(), until);
    dispose(opened.stream);
    for (const auto& folder : std::views::reverse(opened.folders))
        dispose(folder);
    return content;
}

void Package::write(const std::string& part, const std::string& content) const
{
    const Open opened = open(part, Modes::WRITE | Modes::TRUNCATE);
    const auto output = opened.stream->getOutputStream();
    output->writeBytes({ reinterpret_cast<const sal_Int8*>(content.data()),
                         static_cast<sal_Int32>(content.size()) });
    output->closeOutput();
    dispose(opened.stream);
    for (const auto& folder : std::views::reverse(opened.folders))
    {
        commit(folder);
        dispose(folder);
    }
}

Sequence<sal_Int8> Package::finish() const
{
    commit(m_storage);
    dispose(m_storage);
    Reference<css::io::XSeekable>(m_memory, UNO_QUERY_THROW)->seek(0);
    const std::string changed = readAll(m_memory->getInputStream());
    return { reinterpret_cast<const sal_Int8*>(changed.data()),
             static_cast<sal_Int32>(changed.size()) };
}

} // namespace quartet
